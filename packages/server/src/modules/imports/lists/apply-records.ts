import { versionConflict } from '../../../db/resource-store.ts';
import type { Change, TenantInfo } from '../../../http/context.ts';
import { accounts } from '../../accounts/index.ts';
import { journals } from '../../journals/index.ts';
import { insertSeries, series } from '../../series/index.ts';
import { missingParents, recordsInTurn, type StagedRecord } from '../plan/known.ts';
import { beginFaults } from '../staging/faults.ts';
import type { Reject } from '../staging/parts.ts';
import { stageRejects } from '../staging/stage.ts';
import { type Interpretation, looseRows, type Session } from '../store.ts';
import { createAccounts, createJournals, createParties } from './create.ts';
import type { Decided } from './decided.ts';
import { type RecordResource, RecordRules } from './records.ts';
import { updateParties } from './update-parties.ts';

export interface CheckedRecords {
  /** What is to be done for each row, in the order of the source: no more is kept of it, because a list may have a million. */
  acts: Act[];
  counts: { entries: number; valid: number; rejected: number; updated: number; unchanged: number };
  interpretation: Interpretation;
}

/** Undefined: nothing is written. */
type Act = 'create' | 'update' | undefined;

/** Decides about every row; what is refused becomes a reject. Writes to staging only. */
export async function checkRecords(
  tx: Change,
  tenant: TenantInfo,
  session: Session,
): Promise<CheckedRecords> {
  await beginFaults(tx, tenant.id, session.id);
  const { resource } = session;
  const parents =
    resource === 'accounts' ? await missingParents(tx, tenant.id, session.id) : new Set<string>();
  const rules = rulesOf(tx, tenant, session, parents);

  const acts: Act[] = [];
  const counted = { create: 0, update: 0, unchanged: 0, reject: 0 };
  for await (const records of recordsInTurn(tx, tenant.id, session.id, recordsAtOnce)) {
    const rejects: Reject[] = [];
    const rejectedBefore = counted.reject;
    for (const [i, one] of (await rules.decide(records)).entries()) {
      counted[one.act] += 1;
      const record = records[i];
      if (one.act === 'reject' && record) rejects.push(rejectOf(record, one));
      acts.push(one.act === 'create' || one.act === 'update' ? one.act : undefined);
    }
    await stageRejects(tx, tenant.id, session.id, 0, rejects, rejectedBefore);
  }

  const loose = await looseRows(tx, tenant.id, session.id);
  const rejected = counted.reject + loose;
  const valid = counted.create + counted.update + counted.unchanged;
  const counts = {
    ...{ entries: valid + rejected, valid, rejected },
    ...{ updated: counted.update, unchanged: counted.unchanged },
  };
  return { acts, counts, interpretation: interpretationOf(session, counted.create) };
}

/** Rows that are compared with the books, or written, in one go. */
const recordsAtOnce = 5_000;

const rulesOf = (
  tx: Change,
  tenant: TenantInfo,
  { resource, mode }: Session,
  missing: ReadonlySet<string>,
): RecordRules => new RecordRules(tx, tenant, { resource: resource as RecordResource, mode }, missing);

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
    dateFormat: said?.dateFormat ?? null,
    sheet: said?.sheet ?? null,
    ...{ years: [], opening: null, numbering: null, created: created > 0 ? { [resource]: created } : {} },
    accountKinds: { ...said?.accountKinds },
    normalised: { ...said?.normalised },
    notStored: { ...said?.notStored },
    warnings: [...(said?.warnings ?? [])],
  };
}

/**
 * Writes the rows that the checks have left. Parties go in turns, so that nothing grows with their list; accounts, which may
 * stand under later ones, and journals are written at once. What a row becomes is worked out again: no row that is written
 * depends on another one.
 *
 * @throws Problem `version_conflict` when somebody else has changed what a row is about since the checks
 */
export async function applyRecords(
  tx: Change,
  tenant: TenantInfo,
  session: Session,
  acts: readonly Act[],
): Promise<void> {
  const rules = rulesOf(tx, tenant, session, new Set());
  const atOnce = session.resource === 'parties' ? recordsAtOnce : acts.length + 1;
  let done = 0;
  for await (const records of recordsInTurn(tx, tenant.id, session.id, atOnce)) {
    const from = done;
    const wanted = records.flatMap((record, i) => {
      const act = acts[from + i];
      return act ? [{ record, act }] : [];
    });
    const worked = await rules.worked(wanted.map(({ record }) => record));
    if (worked.some(({ act }, i) => act !== wanted[i]?.act)) throw versionConflict(session.resource);
    await write(tx, tenant.id, session, worked);
    done += records.length;
  }
}

/** By set; changes of accounts and journals, which are few, one by one. Each has its audit row. */
async function write(
  tx: Change,
  tenantId: string,
  { resource }: Session,
  decided: readonly Decided[],
): Promise<void> {
  const made = decided.flatMap((one) => (one.act === 'create' ? [one.make] : []));
  const newJournals = made.flatMap((make) => ('journal' in make ? [make.journal] : []));
  const updates = decided.filter((one) => one.act === 'update');
  const wanted = [
    ...newJournals.map((journal) => journal.series),
    ...updates.flatMap(({ patch }) => ('series' in patch ? [String(patch['series'])] : [])),
  ];
  const missing: string[] = [];
  for (const code of new Set(wanted)) {
    if (!(await series.get(tx, tenantId, code))) missing.push(code);
  }
  await insertSeries(tx, tenantId, missing);
  await createAccounts(
    tx,
    tenantId,
    made.flatMap((make) => ('account' in make ? [make.account] : [])),
  );
  await createJournals(tx, tenantId, newJournals);
  await createParties(
    tx,
    tenantId,
    made.flatMap((make) => ('party' in make ? [make.party] : [])),
  );
  if (resource === 'parties') return updateParties(tx, tenantId, updates);
  for (const { before, patch } of updates) {
    const record = before as never;
    if (resource === 'accounts') await accounts.update(tx, tenantId, record, patch);
    else await journals.update(tx, tenantId, record, patch);
  }
}
