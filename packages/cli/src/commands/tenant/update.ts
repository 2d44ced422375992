import type { CommandBody } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { type BodyOptions, changesOf } from '../fields.ts';
import { UPDATE_TENANT_FIELDS, type UpdateTenant } from './fields.ts';
import { whichTenant } from './which.ts';

const update: CommandBody<BodyOptions, [string?]> = async (context, options, slug) => {
  const { erp, settings, terminal } = context;
  const tenant = await whichTenant(context, slug);
  const example = `erp tenant update ${tenant} --registration-number 123456789`;
  const changes: UpdateTenant = await changesOf(UPDATE_TENANT_FIELDS, options, example);

  const isOneWay = changes.state === 'live' && terminal.interactive && !settings.yes;
  if (isOneWay && !(await terminal.confirm(`From live, ${tenant} can never be reset again. Go on?`))) {
    throw new Failure('nothing was changed', { code: 'declined' });
  }

  return { data: await erp.tenants.update(tenant, changes) };
};

export default update;
