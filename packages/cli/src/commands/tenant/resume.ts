import type { CommandBody } from '../../context.ts';
import { whichTenant } from './which.ts';

const resume: CommandBody<object, [string?]> = async (context, _, slug) => ({
  data: await context.erp.tenants.resume(await whichTenant(context, slug)),
});

export default resume;
