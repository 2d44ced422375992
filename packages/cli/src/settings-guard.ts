import type { Erp } from './client.ts';
import { EXIT } from './exits.ts';
import { Failure, UsageError } from './failure.ts';
import type { Settings, Sourced } from './settings.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The tenant that a command is going to work on: the one named, else the only one of the key. A usage error when the key
 * is for all of them and none is named.
 */
export async function actingTenant(erp: Erp, named: Sourced | null): Promise<Sourced> {
  if (named && !UUID.test(named.value)) return named;
  if (named) return { value: (await erp.tenants.get(named.value)).slug, origin: named.origin };

  const { tenant } = await erp.apiKeys.current();
  if (tenant !== null) return { value: tenant, origin: 'the key' };

  throw new UsageError(
    'missing --tenant: the key is for every tenant, so one must be named',
    '--tenant acme',
    ['Or set ERP_TENANT, or `erp profile set --tenant`.'],
  );
}

/** `--expect-tenant`: fails closed before anything is changed. */
export function requireExpected(acting: Sourced, { expectTenant, server }: Settings): void {
  if (expectTenant === null || expectTenant.value === acting.value) return;

  const { value: expected, origin } = expectTenant;
  const fromEnvironment = acting.origin.startsWith('ERP_');
  const name = { label: 'Name the tenant', command: `--tenant ${expected}` };

  throw new Failure(`would change ${acting.value}, expected ${expected}`, {
    code: 'tenant_mismatch',
    exit: EXIT.denied,
    headline: [
      `refused before anything was sent: this would change tenant "${acting.value}" on ${server.value},`,
      `       but ${origin} says "${expected}"`,
    ].join('\n'),
    lines: [`${acting.value} comes from ${acting.origin}.`],
    actions: fromEnvironment ? [{ label: 'Unset it', command: `unset ${acting.origin}` }, name] : [name],
    hint: fromEnvironment
      ? `unset ${acting.origin}, or pass --tenant ${expected}`
      : `pass --tenant ${expected}`,
  });
}
