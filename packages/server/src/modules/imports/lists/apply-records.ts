import type { Change, TenantInfo } from '../../../http/context.ts';
import { accounts } from '../../accounts/index.ts';
import { journals } from '../../journals/index.ts';
import { insertSeries, series } from '../../series/index.ts';
import { missingParents, recordsAfter, type StagedRecord } from '../plan/known.ts';
import { beginFaults } from '../staging/faults.ts';
import type { Reject } from '../staging/parts.ts';
import { stageRejects } from '../staging/stage.ts';
import { type Interpretation, looseRows, type Session } from '../store.ts';
import { createAccounts, createJournals, createParties } from './create.ts';
import type { Decided } from './decided.ts';
import { type RecordResource, RecordRules } from './records.ts';
import { updateParties } from './update-parties.ts';

export interface CheckedRecords {
  /** What is to be made or changed. */
  decided: Decided[];
  counts: { entries: number; valid: number; rejected: number; updated: number; unchanged: number };
  interpretation: Interpretation;
}

/** Decides about every row; what is refused becomes a reject. Writes to staging only. */
export async function checkRecords(
  tx: Change,
  tenant: TenantInfo,
  session: Session,
): Promise<CheckedRecords> {
  await beginFaults(tx, tenant.id, session.id);
  const { resource, mode } = session;
  const parents =
    resource === 'accounts' ? await missingParents(tx, tenant.id, session.id) : new Set<string>();
  const rules = new RecordRules(tx, tenant, { resource: resource as RecordResource, mode }, parents);

  const decided: Decided[] = [];
  const acts = { create: 0, update: 0, unchanged: 0, reject: 0 };
  for (let last = { part: 0, n: -1 }; ; ) {
    const records = await recordsAfter(tx, tenant.id, session.id, last, recordsAtOnce);
    const rejects: Reject[] = [];
    const rejectedBefore = acts.reject;
    for (const [i, one] of (await rules.decide(records)).entries()) {
      acts[one.act] += 1;
      const record = records[i];
      if (one.act === 'reject' && record) rejects.push(rejectOf(record, one));
      if (one.act === 'create' || one.act === 'update') decided.push(one);
    }
    await stageRejects(tx, tenant.id, session.id, 0, rejects, rejectedBefore);
    const end = records.at(-1);
    if (!end || records.length < recordsAtOnce) break;
    last = end;
  }

  const loose = await looseRows(tx, tenant.id, session.id);
  const rejected = acts.reject + loose;
  const valid = acts.create + acts.update + acts.unchanged;
  const counts = {
    ...{ entries: valid + rejected, valid, rejected },
    ...{ updated: acts.update, unchanged: acts.unchanged },
  };
  return { decided, counts, interpretation: interpretationOf(session, acts.create) };
}

/** Rows that are compared with the books in one go. */
const recordsAtOnce = 5_000;

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

/** Writes what was decided, by set; changes of accounts and journals, which are few, one by one. Each has its audit row. */
export async function applyRecords(
  tx: Change,
  tenant: TenantInfo,
  session: Session,
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
  if (session.resource === 'parties') return updateParties(tx, tenant.id, updates);
  for (const { before, patch } of updates) {
    const record = before as never;
    if (session.resource === 'accounts') await accounts.update(tx, tenant.id, record, patch);
    else await journals.update(tx, tenant.id, record, patch);
  }
}
