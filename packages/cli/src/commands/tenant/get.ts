import type { CommandBody } from '../../context.ts';
import { whichTenant } from './which.ts';

const get: CommandBody<object, [string?]> = async (context, _, slug) => ({
  data: await context.erp.tenants.get(await whichTenant(context, slug)),
});

export default get;
