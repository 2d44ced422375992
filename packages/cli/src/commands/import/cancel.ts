import type { CommandBody } from '../../context.ts';
import { ImportJournal } from '../../transfer/import-journal.ts';

const cancel: CommandBody<object, [string]> = async ({ erp, settings }, _, id) => {
  const data = await erp.imports.cancel(id);
  await new ImportJournal(settings.stateFolder).remove(id);

  return { data };
};

export default cancel;
