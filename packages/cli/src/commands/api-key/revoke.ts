import type { CommandBody } from '../../context.ts';
import { Failure } from '../../failure.ts';

const revoke: CommandBody<object, [string]> = async ({ erp, settings, terminal }, _, id) => {
  const isAsked = terminal.interactive && !settings.yes;
  if (isAsked && !(await terminal.confirm(`End key ${id}? What uses it stops working.`))) {
    throw new Failure('nothing was changed', { code: 'declined' });
  }

  await erp.apiKeys.revoke(id);
  return { data: { id, revoked: true }, message: `Key ${id} is revoked` };
};

export default revoke;
