import type { CommandBody } from '../../context.ts';

const status: CommandBody<object, [string]> = async ({ erp }, _, id) => ({ data: await erp.imports.get(id) });

export default status;
