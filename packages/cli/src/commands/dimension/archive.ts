import type { CommandBody } from '../../context.ts';

const archive: CommandBody<object, [string]> = async ({ erp }, _, code) => ({
  data: await erp.dimensions.archive(code),
});

export default archive;
