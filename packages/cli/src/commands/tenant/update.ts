import type { CommandBody } from '../../context.ts';
import { requireYes } from '../../output/require-yes.ts';
import { type BodyOptions, changesOf } from '../fields.ts';
import { UPDATE_TENANT_FIELDS, type UpdateTenant } from './fields.ts';
import { whichTenant } from './which.ts';

const update: CommandBody<BodyOptions, [string?]> = async (context, options, slug) => {
  const tenant = await whichTenant(context, slug);
  const example = `erp tenant update ${tenant} --registration-number 123456789`;
  const changes: UpdateTenant = await changesOf(UPDATE_TENANT_FIELDS, options, example);

  if (changes.state === 'live') {
    await requireYes(context, `From live, ${tenant} can never be reset again. Go on?`);
  }

  return { data: await context.erp.tenants.update(tenant, changes) };
};

export default update;
