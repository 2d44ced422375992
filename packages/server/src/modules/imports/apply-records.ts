import type { TenantInfo } from '../../http/context.ts';
import { accounts } from '../accounts/index.ts';
import { journals } from '../journals/index.ts';
import { parties } from '../parties/index.ts';
import { insertSeries, series } from '../series/index.ts';
import { addRoles, createAccounts, createJournals, createParties } from './create.ts';
import { beginFaults } from './faults.ts';
import type { ImportChange } from './import-change.ts';
import { recordsOf, type StagedRecord } from './known.ts';
import type { Reject } from './parts.ts';
import { type Decided, type RecordResource, RecordRules } from './records.ts';
import { stageRejects } from './stage.ts';
import { type Interpretation, looseRows, type Session } from './store.ts';

export interface CheckedRecords {
  decided: Decided[];
  counts: { entries: number; valid: number; rejected: number; updated: number; unchanged: number };
  interpretation: Interpretation;
}

/** Decides about every row; what is refused becomes a reject. Writes to staging only. */
export async function checkRecords(
  tx: ImportChange,
  tenant: TenantInfo,
  session: Session,
): Promise<CheckedRecords> {
  await beginFaults(tx, tenant.id, session.id);
  const records = await recordsOf(tx, tenant.id, session.id);
  const codes = new Set(records.map(({ body }) => ('code' in body ? (body.code ?? '') : '')));
  const rules = new RecordRules(tx, tenant, {
    resource: session.resource as RecordResource,
    mode: session.mode,
    codes,
  });

  const decided: Decided[] = [];
  const rejects: Reject[] = [];
  for (const record of records) {
    const one = await rules.decide(record);
    decided.push(one);
    if (one.act === 'reject') rejects.push(rejectOf(record, one));
  }
  await stageRejects(tx, tenant.id, session.id, 0, rejects);

  const loose = await looseRows(tx, tenant.id, session.id);
  const count = (act: Decided['act']) => decided.filter((one) => one.act === act).length;
  const rejected = rejects.length + loose;
  const entries = records.length + loose;
  const counts = {
    entries,
    valid: entries - rejected,
    rejected,
    updated: count('update'),
    unchanged: count('unchanged'),
  };
  return { decided, counts, interpretation: interpretationOf(session, count('create')) };
}

function rejectOf({ row, body }: StagedRecord, fault: Extract<Decided, { act: 'reject' }>): Reject {
  const { field, code, message } = fault;
  const value = (body as unknown as Record<string, unknown>)[field];
  return {
    ...{
      ord: null,
      row: row === null ? null : Number(row),
      entry: 'code' in body ? (body.code ?? null) : null,
    },
    ...{ field, code, message, value: value === undefined ? null : String(value) },
  };
}

function interpretationOf({ said, format, resource }: Session, created: number): Interpretation {
  return {
    format: said?.format ?? format,
    encoding: said?.encoding ?? 'utf-8',
    delimiter: said?.delimiter ?? null,
    decimal: said?.decimal ?? null,
    ...{ years: [], opening: null, numbering: null, created: created > 0 ? { [resource]: created } : {} },
    accountKinds: { ...said?.accountKinds },
    normalised: { ...said?.normalised },
    notStored: { ...said?.notStored },
    warnings: [...(said?.warnings ?? [])],
  };
}

/** Writes what was decided: new ones by set, changes one by one, each with its audit row. */
export async function applyRecords(
  tx: ImportChange,
  tenant: TenantInfo,
  decided: readonly Decided[],
): Promise<void> {
  const made = decided.flatMap((one) => (one.act === 'create' ? [one.make] : []));
  const newJournals = made.flatMap((make) => ('journal' in make ? [make.journal] : []));
  const missing: string[] = [];
  for (const code of new Set(newJournals.map((journal) => journal.series))) {
    if (!(await series.get(tx, tenant.id, code))) missing.push(code);
  }
  await insertSeries(tx, tenant.id, missing);
  await createAccounts(
    tx,
    tenant.id,
    made.flatMap((make) => ('account' in make ? [make.account] : [])),
  );
  await createJournals(tx, tenant.id, newJournals);
  await createParties(
    tx,
    tenant.id,
    made.flatMap((make) => ('party' in make ? [make.party] : [])),
  );
  for (const one of decided) if (one.act === 'update') await change(tx, tenant, one);
}

async function change(
  tx: ImportChange,
  tenant: TenantInfo,
  update: Extract<Decided, { act: 'update' }>,
): Promise<void> {
  const { before, patch, roles } = update;
  if (Object.keys(patch).length > 0) {
    const record = before as never;
    if ('statement' in before) await accounts.update(tx, tenant.id, record, patch);
    else if ('area' in before) await journals.update(tx, tenant.id, record, patch);
    else await parties.update(tx, tenant.id, record, patch);
  }
  if (roles?.length) await addRoles(tx, tenant.id, [{ ...before, roles }]);
}
