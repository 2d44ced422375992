import type { CommandBody } from '../../context.ts';
import { ImportJournal } from '../../transfer/import-journal.ts';

const cancel: CommandBody<object, [string]> = async ({ erp }, _, id) => {
  const data = await erp.imports.cancel(id);
  await new ImportJournal(process.env).remove(id);

  return { data };
};

export default cancel;
