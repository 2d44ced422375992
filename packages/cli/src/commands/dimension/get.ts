import type { CommandBody } from '../../context.ts';

const get: CommandBody<object, [string]> = async ({ erp }, _, code) => ({
  data: await erp.dimensions.get(code),
});

export default get;
