import type { CommandBody } from '../../../context.ts';

const archive: CommandBody<object, [string, string]> = async ({ erp }, _, dimension, code) => ({
  data: await erp.dimensions.archiveValue(dimension, code),
});

export default archive;
