import type { CommandBody } from '../../context.ts';
import { requireYes } from '../../output/require-yes.ts';
import { whichTenant } from './which.ts';

const suspend: CommandBody<object, [string?]> = async (context, _, slug) => {
  const tenant = await whichTenant(context, slug);
  await requireYes(context, `Suspend ${tenant}? Whoever writes to it is refused.`);
  return { data: await context.erp.tenants.suspend(tenant) };
};

export default suspend;
