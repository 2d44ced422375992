import type { CommandBody } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { whichTenant } from './which.ts';

const suspend: CommandBody<object, [string?]> = async (context, _, slug) => {
  const { erp, settings, terminal } = context;
  const tenant = await whichTenant(context, slug);

  const isAsked = terminal.interactive && !settings.yes;
  if (isAsked && !(await terminal.confirm(`Suspend ${tenant}? Whoever writes to it is refused.`))) {
    throw new Failure('nothing was changed', { code: 'declined' });
  }
  return { data: await erp.tenants.suspend(tenant) };
};

export default suspend;
