import type { CommandBody } from '../../context.ts';
import { type BodyOptions, bodyOf } from '../fields.ts';
import { chartsFor } from './charts.ts';
import { NEW_TENANT_FIELDS, type NewTenant } from './fields.ts';
import { timezoneOf } from './timezone.ts';

const create: CommandBody<BodyOptions, [string]> = async (context, options, slug) => {
  const { erp, terminal, command } = context;
  const body = await bodyOf(NEW_TENANT_FIELDS, options);

  if (body['timezone'] === undefined) {
    body['timezone'] = timezoneOf(String(body['country'] ?? ''));
    terminal.note(
      `timezone ${String(body['timezone'])} taken for ${String(body['country'])}; --timezone says otherwise`,
    );
  }

  // Whoever is asked for the name at a terminal is asked for the rest too.
  const isAsked = terminal.interactive && options.file === undefined && command.opts()['name'] === undefined;
  if (isAsked) {
    const { createByWizard } = await import('./wizard.ts');
    return createByWizard(context, { ...body, slug } as NewTenant);
  }

  const tenant = await erp.tenants.create({ ...body, slug } as NewTenant);
  if (body['chart'] === undefined) {
    const charts = chartsFor(String(body['country']));
    terminal.note(
      `its books have no accounts yet: --chart ${charts.join(' or ')} begins with some, erp import accounts brings your own`,
    );
  }

  return { data: tenant };
};

export default create;
