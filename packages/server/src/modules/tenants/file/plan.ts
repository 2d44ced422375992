import type { components } from '@erp/openapi/types';
import type { Tx } from '../../../db/database.ts';
import { type Fault, fieldProblem, Problem, suspended } from '../../../kernel/problem.ts';
import { checkUpdate as checkAccount } from '../../accounts/index.ts';
import { checkCurrencyUpdate, standardCurrency } from '../../currencies/index.ts';
import { checkSeriesUpdate } from '../../series/index.ts';
import { checkUpdate as checkTenant } from '../rules.ts';
import * as store from '../store.ts';
import { faultsOf, refusals, rowsAfter } from './faults.ts';
import { keyOf, type Resource, type Row, resources, withinOf } from './kinds.ts';
import { type Living, revisionOf } from './living.ts';
import { namedBy } from './named-by.ts';
import { same } from './same.ts';
import { isUsed, type LivingRow, useOf } from './use.ts';
import type { Asked, Wanted } from './wanted.ts';

export type TenantPlan = components['schemas']['TenantPlan'];
type Blocked = components['schemas']['BlockedChange'];
type FieldChange = components['schemas']['FieldChange'];

/** What is to be written, beside the plan that says it. */
export interface Work {
  identity: Record<string, unknown>;
  creates: Record<Resource, Row[]>;
  updates: { resource: Resource; before: LivingRow; patch: Record<string, unknown> }[];
  removes: Record<Resource, LivingRow[]>;
  years: Wanted['years'];
}

/**
 * Compares a file with its tenant.
 *
 * @throws Problem `invalid_request` with everything that is wrong with the file itself, each with its place
 */
export async function planOf(
  tx: Tx,
  wanted: Wanted,
  living: Living,
  prune: boolean,
): Promise<{ plan: TenantPlan; work: Work }> {
  const faults = faultsOf(wanted, living);
  if (faults.length > 0) throw refusalOf(faults);

  const comparison = new Comparison(tx, wanted, living, prune);
  await comparison.tenant();
  for (const resource of resources) await comparison.rows(resource);
  comparison.years();
  // What refers to a row goes before the row does.
  for (const resource of resources.toReversed()) await comparison.unnamed(resource, prune);
  comparison.suspended();
  return comparison;
}

function refusalOf(faults: readonly Fault[]): Problem {
  const [first] = faults;
  const codes = new Set(faults.map(({ code }) => code));
  const detail = faults.length === 1 ? first?.message : `${faults.length} things in the file cannot be`;
  return new Problem(
    codes.size === 1 ? (first?.code as Problem['code']) : 'invalid_request',
    detail ?? '',
    faults,
  );
}

class Comparison {
  readonly plan: TenantPlan;
  readonly work: Work;
  readonly #tx: Tx;
  readonly #wanted: Wanted;
  readonly #living: Living;
  /** The rows that there will be, by resource. */
  readonly #after: Record<Resource, Map<string, Row>>;

  constructor(tx: Tx, wanted: Wanted, living: Living, prune: boolean) {
    this.#tx = tx;
    this.#wanted = wanted;
    this.#living = living;
    const each = <T>(make: (resource: Resource) => T) =>
      Object.fromEntries(resources.map((resource) => [resource, make(resource)])) as Record<Resource, T>;
    this.#after = each((resource) => rowsAfter(wanted.rows[resource], living.rows[resource]));
    this.plan = {
      ...{ tenant: wanted.slug, isNew: living.tenant === undefined, prune, revision: revisionOf(living) },
      ...{ changes: [], blocked: [], kept: [] },
    };
    this.work = { identity: {}, creates: each(() => []), updates: [], removes: each(() => []), years: [] };
  }

  async tenant(): Promise<void> {
    const { tenant } = this.#living;
    const { identity, slug } = this.#wanted;
    const fields = differences(identity, tenant ?? {});
    if (tenant && fields.length === 0) return;

    const used = tenant !== undefined && (await store.isUsed(this.#tx, tenant.id));
    const allowed = this.#allowed('tenant', { code: slug }, '', fields, (patch) => {
      if (!tenant) return;
      if (tenant.state === 'suspended' && patch['state'] !== undefined) throw stillSuspended(slug);
      checkTenant(tenant, patch, used);
    });
    if (tenant && allowed.length === 0) return;
    this.work.identity = patchOf(allowed);
    this.#say(tenant ? 'update' : 'create', 'tenant', { code: slug }, allowed);
  }

  async rows(resource: Resource): Promise<void> {
    const living = new Map(this.#living.rows[resource].map((row) => [keyOf(row), row]));
    for (const asked of this.#wanted.rows[resource]) {
      const { value } = asked;
      const standard = resource === 'currency' ? standardCurrency(value.code) : undefined;
      const before = living.get(keyOf(value)) ?? (standard as unknown as LivingRow | undefined);
      if (before) await this.#compare(resource, asked, before);
      else {
        this.work.creates[resource].push(value);
        this.#say('create', resource, value, differences(rest(value), {}));
      }
    }
  }

  async #compare(resource: Resource, { value, pointer }: Asked<Row>, before: LivingRow): Promise<void> {
    const fields = differences(rest(value), before);
    if (fields.length === 0) return;

    const tenantId = this.#living.tenant?.id;
    const used = tenantId !== undefined && (await isUsed(this.#tx, tenantId, resource, before));
    const allowed = this.#allowed(resource, value, pointer, fields, (patch) =>
      this.#check(resource, before, patch, used),
    );
    if (allowed.length === 0) return;
    this.work.updates.push({ resource, before, patch: patchOf(allowed) });
    this.#say('update', resource, value, allowed);
  }

  #check(resource: Resource, before: LivingRow, patch: Record<string, unknown>, used: boolean): void {
    const row = before as never;
    if (resource === 'account') checkAccount(row, patch, used);
    if (resource === 'series') {
      checkSeriesUpdate(row, patch, used);
      if (patch['active'] === false) this.#checkNumbering(before.code);
    }
    if (resource === 'currency') {
      checkCurrencyUpdate(row, patch, this.#living.tenant?.baseCurrency === before.code, used);
    }
  }

  /** A journal without numbers could not post. */
  #checkNumbering(code: string): void {
    const journal = [...this.#after.journal.values()].find((row) => row['active'] && row['series'] === code);
    if (!journal) return;
    throw new Problem(
      'code_in_use',
      `series ${code} numbers the journal ${journal.code}: archive that as well`,
    );
  }

  /** The changes that are still possible; of the others the plan says why not. */
  #allowed(
    resource: Blocked['resource'],
    row: Row,
    pointer: string,
    fields: readonly FieldChange[],
    check: (patch: Record<string, unknown>) => void,
  ): FieldChange[] {
    let left = [...fields];
    for (;;) {
      const [refused] = refusals('', () => check(patchOf(left)));
      if (!refused) return left;
      const field = refused.pointer.slice('/file/'.length) || 'active';
      if (!left.some((change) => change.field === field)) {
        throw new Error(`${resource} ${row.code}: a rule refuses ${field}, which is not to change`);
      }
      this.plan.blocked.push({
        ...{ resource, code: row.code, within: withinOf(row), field },
        pointer: `${pointer}/${field}`,
        problem: refused.code as Blocked['problem'],
        message: refused.message,
      });
      left = left.filter((change) => change.field !== field);
    }
  }

  years(): void {
    for (const asked of this.#wanted.years) {
      const { value, pointer } = asked;
      const before = this.#living.years.find(({ code }) => code === value.code);
      if (!before) {
        this.work.years = [...this.work.years, asked];
        this.#say('create', 'year', value, differences(rest(value), {}));
        continue;
      }
      for (const { field, before: was } of differences(rest(value), before)) {
        this.plan.blocked.push({
          ...{ resource: 'year', code: value.code, within: null, field, pointer: `${pointer}/${field}` },
          ...{
            problem: 'field_fixed',
            message: `${field} of year ${value.code} is fixed: it was opened with ${was}`,
          },
        });
      }
    }
  }

  /** What a section does not name: it stays, or goes when nothing uses it. A parent is free once its children are gone. */
  async unnamed(resource: Resource, prune: boolean): Promise<void> {
    const { tenant, rows } = this.#living;
    if (!tenant || !this.#wanted.named.has(resource)) return;
    const named = new Set(this.#wanted.rows[resource].map(({ value }) => keyOf(value)));
    let left = rows[resource].filter((row) => !named.has(keyOf(row)));
    const reasons = new Map<LivingRow, string>();
    for (let before = -1; prune && left.length !== before; ) {
      before = left.length;
      const stay: LivingRow[] = [];
      for (const row of left) {
        const reason = await this.#use(tenant.id, resource, row);
        if (reason === undefined) {
          this.#remove(resource, row);
          continue;
        }
        reasons.set(row, reason);
        stay.push(row);
      }
      left = stay;
    }
    for (const row of left) {
      this.plan.kept.push({
        resource,
        code: row.code,
        within: withinOf(row),
        reason: reasons.get(row) ?? null,
      });
    }
  }

  async #use(tenantId: string, resource: Resource, row: LivingRow): Promise<string | undefined> {
    return (
      namedBy(resource, row, this.#after, this.#roles()) ?? (await useOf(this.#tx, tenantId, resource, row))
    );
  }

  /** Nothing changes in a suspended tenant, whatever it is. */
  suspended(): void {
    const { slug } = this.#wanted;
    if (this.#living.tenant?.state !== 'suspended' || this.plan.changes.length === 0) return;
    const { code, message } = suspended(slug);
    this.plan.blocked.push({
      ...{ resource: 'tenant', code: slug, within: null, field: 'slug', pointer: '/slug' },
      ...{ problem: code, message },
    });
  }

  #roles(): Record<string, string | string[]> {
    const roles = this.#wanted.identity['accountRoles'] ?? this.#living.tenant?.accountRoles ?? {};
    return roles as Record<string, string | string[]>;
  }

  #remove(resource: Resource, row: LivingRow): void {
    this.#after[resource].delete(keyOf(row));
    this.work.removes[resource].push(row);
    this.#say('remove', resource, row, []);
  }

  #say(
    action: TenantPlan['changes'][number]['action'],
    resource: Blocked['resource'],
    row: Row,
    fields: FieldChange[],
  ): void {
    this.plan.changes.push({ action, resource, code: row.code, within: withinOf(row), fields });
  }
}

const stillSuspended = (slug: string) =>
  fieldProblem(
    'field_fixed',
    '/state',
    `${slug} is suspended: resume it first, or leave state out of its file`,
  );

/** A row without what names it, and without an external id that the file does not speak of. */
function rest({ code: _, dimension: __, ...row }: Row): Record<string, unknown> {
  return row;
}

/** Fields of `wanted` that are otherwise in what is there. */
function differences(wanted: object, there: object): FieldChange[] {
  return Object.entries(wanted)
    .map(([field, after]) => ({ field, before: (there as Fields)[field] ?? null, after: after ?? null }))
    .filter(({ before, after }) => !same(before, after));
}

type Fields = Record<string, unknown>;

const patchOf = (changes: readonly FieldChange[]): Fields =>
  Object.fromEntries(changes.map(({ field, after }) => [field, after]));
