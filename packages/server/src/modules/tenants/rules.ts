import { isoExponent } from '@erp/ledger';
import type { Actor } from '../../http/context.ts';
import { isTimezone } from '../../kernel/clock.ts';
import { fieldProblem, notFound, Problem, suspended } from '../../kernel/problem.ts';
import type { Tenant } from './store.ts';

type Patch = Partial<Tenant>;

/** What the contract's patterns cannot say about a legal entity. */
export function checkIdentity(body: Patch): void {
  if (body.timezone !== undefined && !isTimezone(body.timezone)) {
    throw fieldProblem(
      'invalid_request',
      '/timezone',
      `${body.timezone} is no IANA time zone; one is Europe/Paris`,
    );
  }
  if (body.baseCurrency !== undefined && isoExponent(body.baseCurrency) === undefined) {
    throw fieldProblem(
      'currency_unknown',
      '/baseCurrency',
      `${body.baseCurrency} is no ISO currency: books are kept in one`,
    );
  }
}

/** What may not change any more, and why. */
export function checkUpdate(before: Tenant, patch: Patch, used: boolean): void {
  if (patch.slug !== undefined && patch.slug !== before.slug && before.state !== 'setup') {
    throw fieldProblem(
      'field_fixed',
      '/slug',
      'the slug is fixed once the tenant is live: other systems name it',
    );
  }
  if (patch.baseCurrency !== undefined && patch.baseCurrency !== before.baseCurrency && used) {
    throw fieldProblem(
      'field_fixed',
      '/baseCurrency',
      `the books are kept in ${before.baseCurrency}: a change needs a new year with a stated opening`,
    );
  }
  if (patch.state === 'setup' && before.state !== 'setup') {
    throw fieldProblem(
      'field_fixed',
      '/state',
      `the tenant is ${before.state}: there is no way back to setup`,
    );
  }
}

/** Nothing changes in a suspended tenant, whoever asks: it is resumed first. */
export function requireNotSuspended({ slug, state }: Pick<Tenant, 'slug' | 'state'>): void {
  if (state === 'suspended') throw suspended(slug);
}

/** A key of a tenant knows that tenant and no other. */
export function requireOwn(actor: Actor, tenant: Tenant | undefined, name: string): Tenant {
  const foreign = actor.tenantId !== null && actor.tenantId !== tenant?.id;
  if (!tenant || foreign || tenant.state === 'deleted') throw notFound('tenant', JSON.stringify(name));
  return tenant;
}

export function requirePlatform(actor: Actor): void {
  if (actor.tenantId === null) return;
  throw new Problem('forbidden', 'This needs a key of the platform; yours belongs to one tenant');
}
