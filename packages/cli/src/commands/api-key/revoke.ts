import type { CommandBody } from '../../context.ts';
import { requireYes } from '../../output/require-yes.ts';

const revoke: CommandBody<object, [string]> = async (context, _, id) => {
  await requireYes(context, `End key ${id}? What uses it stops working.`);
  await context.erp.apiKeys.revoke(id);
  return { data: { id, revoked: true }, message: `Key ${id} is revoked` };
};

export default revoke;
