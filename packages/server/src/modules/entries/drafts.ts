import type { components } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { checkVersion, versionConflict } from '../../db/resource-store.ts';
import { fragment, sql } from '../../db/sql.ts';
import type { Change, Context, TenantInfo } from '../../http/context.ts';
import { platformId } from '../../kernel/id.ts';
import { decodeCursor, defaultLimit, type Page, toPage } from '../../kernel/page.ts';
import { fieldProblem, notFound, Problem } from '../../kernel/problem.ts';
import { postGroup } from './posting.ts';
import { prepare } from './prepare.ts';
import { refusalOf } from './refusal.ts';
import type { NewEntry } from './rules.ts';
import { type Entry, entryOfPosting } from './shape.ts';

type Draft = components['schemas']['Draft'];
type NewDraft = components['schemas']['NewDraft'];

interface DraftRow {
  id: string;
  externalId: string | null;
  status: Draft['status'];
  journal: string;
  journalId: string;
  body: Omit<NewDraft, 'journal' | 'status' | 'externalId'>;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  version: number;
}

const select = fragment(`
  select d.id, d.external_id as "externalId", d.status, j.code as journal, d.journal_id as "journalId", d.body,
    d.created_by as "createdBy", d.created_at as "createdAt", d.updated_at as "updatedAt", d.version
  from drafts d join journals j on j.tenant_id = d.tenant_id and j.id = d.journal_id`);

function shape({ body, ...row }: DraftRow): Draft {
  return {
    ...row,
    date: body.date ?? null,
    kind: body.kind ?? 'normal',
    period: body.period ?? null,
    documentDate: body.documentDate ?? null,
    documentRef: body.documentRef ?? null,
    taxDate: body.taxDate ?? null,
    validatedOn: body.validatedOn ?? null,
    description: body.description ?? null,
    source: body.source ?? null,
    corrects: body.corrects ?? [],
    storno: body.storno ?? false,
    rounding: body.rounding ?? 'refuse',
    lines: (body.lines ?? []).map((line, i) => ({ ...line, position: i + 1 })),
  };
}

export async function list(
  tx: Tx,
  tenant: TenantInfo,
  query: { limit?: number; cursor?: string; updatedSince?: string; externalId?: string; status?: string },
): Promise<Page<Draft>> {
  const limit = query.limit ?? defaultLimit;
  const [after] = decodeCursor(query.cursor, 1) ?? [platformId];
  const rows = await tx.query<DraftRow>(sql`${select}
    where d.tenant_id = ${tenant.id} and d.id > ${after}
      and (${query.updatedSince ?? null}::timestamptz is null or d.updated_at >= ${query.updatedSince ?? null}::timestamptz)
      and (${query.externalId ?? null}::text is null or d.external_id = ${query.externalId ?? null})
      and (${query.status ?? null}::text is null or d.status = ${query.status ?? null})
    order by d.id limit ${limit + 1}`);
  return toPage(rows, limit, (row) => [row.id], shape);
}

async function find(tx: Tx, tenant: TenantInfo, id: string, lock = sql``): Promise<DraftRow> {
  const [row] = await tx.query<DraftRow>(
    sql`${select} where d.tenant_id = ${tenant.id} and d.id = ${id} ${lock}`,
  );
  if (!row) throw notFound('draft', id);
  return row;
}

export const get = async (tx: Tx, tenant: TenantInfo, id: string): Promise<Draft> =>
  shape(await find(tx, tenant, id));

async function journalId(tx: Tx, tenant: TenantInfo, name: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    sql`select id from journals where tenant_id = ${tenant.id} and (code = ${name} or id::text = ${name})`,
  );
  if (!row) throw fieldProblem('invalid_request', '/journal', `there is no journal ${name}`);
  return row.id;
}

export async function create(tx: Change, context: Context, draft: NewDraft): Promise<Draft> {
  const { tenant, actor } = context;
  const { journal, status, externalId, ...body } = draft;
  const id = tx.newId();
  await tx.query(sql`
    insert into drafts (tenant_id, id, external_id, journal_id, status, body, created_by, created_at, updated_at)
    values (${tenant.id}, ${id}, ${externalId ?? null}, ${await journalId(tx, tenant, journal)}, ${status ?? 'draft'},
      ${JSON.stringify(body)}, ${actor.name}, ${tx.at}, ${tx.at})`);
  const created = await get(tx, tenant, id);
  await tx.audit({ resource: 'draft', resourceId: id, after: created });
  return created;
}

/** Replaces the draft as a whole. */
export async function replace(tx: Change, context: Context, id: string, draft: NewDraft): Promise<Draft> {
  const { tenant } = context;
  const before = await find(tx, tenant, id);
  checkVersion(before, context.headers.ifMatch);
  const { journal, status, externalId, ...body } = draft;
  const changed = await tx.query(sql`
    update drafts set external_id = ${externalId ?? null}, journal_id = ${await journalId(tx, tenant, journal)},
      status = ${status ?? 'draft'}, body = ${JSON.stringify(body)}, updated_at = ${tx.at}, version = version + 1
    where tenant_id = ${tenant.id} and id = ${id} and version = ${before.version}
    returning id`);
  if (changed.length === 0) throw versionConflict('draft');
  const after = await get(tx, tenant, id);
  await tx.audit({ resource: 'draft', resourceId: id, before: shape(before), after });
  return after;
}

export async function remove(tx: Change, { tenant }: Context, id: string): Promise<void> {
  const before = await find(tx, tenant, id);
  await tx.query(sql`delete from drafts where tenant_id = ${tenant.id} and id = ${id}`);
  await tx.audit({ resource: 'draft', resourceId: id, before: shape(before) });
}

/** Posts the draft under its own id; the draft is gone in the same transaction. */
export async function post(
  tx: Change,
  context: Context,
  id: string,
  date: string | undefined,
): Promise<Entry> {
  const { tenant } = context;
  const row = await find(tx, tenant, id, sql`for update of d`);
  if (row.status === 'rejected')
    throw new Problem('conflict', 'The draft was rejected: change its status before posting it');

  const posting = prepare(context, complete(row, date), { id });
  const [posted] = await postGroup(tx, tenant, tx.at, [posting]);
  if (!posted) throw new Error('post_entries did not answer');
  if (posted.fault !== null) throw await refusalOf(tx, tenant, posting, posted);
  await tx.query(sql`delete from drafts where tenant_id = ${tenant.id} and id = ${id}`);
  return entryOfPosting(posting, posted, tenant);
}

function complete({ body, journal, externalId }: DraftRow, date: string | undefined): NewEntry {
  const on = date ?? body.date;
  if (!on)
    throw fieldProblem('invalid_request', '/date', 'the draft has no date: say which one to post it under');
  const { lines } = body;
  if (!lines || lines.length === 0)
    throw fieldProblem('invalid_request', '/lines', 'the draft has no lines yet');
  return { ...body, journal, date: on, lines, ...(externalId ? { externalId } : {}) };
}
