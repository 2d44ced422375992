import { isDate } from '@erp/ledger';
import type { HandlersOf } from '../../contract/handlers.ts';
import { keyConflict } from '../../http/change.ts';
import type { Context } from '../../http/context.ts';
import { isUuid } from '../../kernel/id.ts';
import { badCursor, decodeCursor, defaultLimit, toPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';
import { postBatch } from './batch.ts';
import * as drafts from './drafts.ts';
import type { Posted, Posting } from './posting.ts';
import { byCode, prepare } from './prepare.ts';
import { refusalOf } from './refusal.ts';
import { reverse } from './reverse.ts';
import { type Entry, entryOfPosting, entryOfRow } from './shape.ts';
import * as store from './store.ts';

export const handlers = {
  'entries.list': (context, { query }) =>
    context.read(async (tx) => {
      const limit = query.limit ?? defaultLimit;
      const after = entryCursor(query.cursor);
      const rows = await store.list(tx, context.tenant.id, query, limit + 1, after);
      const ids = rows.slice(0, limit).map((row) => row.id);
      const lines = store.byEntry(await store.linesOf(tx, context.tenant.id, ids));
      return toPage(
        rows,
        limit,
        (row) => [row.date, row.id],
        (row) => entryOfRow(row, lines.get(row.id) ?? [], context.tenant),
      );
    }),

  'entries.get': (context, { path }) => readEntry(context, path.id),

  'entries.post': async (context, { body }) => {
    const [entry] = await byCode(context, [body]);
    const posting = prepare(context, entry ?? body, { idempotency: context.idempotency });
    const posted = await context.services.lane.post(context.tenant, posting);
    if (posted.fault === null) return entryOfPosting(posting, posted, context.tenant);
    const first = await replay(context, posting);
    if (first) return first;
    throw await refuse(context, posting, posted);
  },

  'entries.batch': (context, { body }) => postBatch(context, body.entries),

  'entries.reverse': (context, { path, body }) => reverse(context, path.id, body ?? {}),

  'entries.listDrafts': (context, { query }) => context.read((tx) => drafts.list(tx, context.tenant, query)),

  'entries.create': (context, { body }) => context.change((tx) => drafts.create(tx, context, body)),

  'entries.getDraft': (context, { path }) => context.read((tx) => drafts.get(tx, context.tenant, path.id)),

  'entries.updateDraft': (context, { path, body }) =>
    context.change((tx) => drafts.replace(tx, context, path.id, body)),

  'entries.deleteDraft': async (context, { path }) => {
    await context.change((tx) => drafts.remove(tx, context, path.id));
    return undefined;
  },

  'entries.postDraft': (context, { path, body }) =>
    context.change((tx) => drafts.post(tx, context, path.id, body?.date)),
} satisfies HandlersOf<'entries'>;

/** Date and id of the last entry of the page before. */
function entryCursor(cursor: string | undefined): [string, string] | undefined {
  const [date, id] = (decodeCursor(cursor, 2) ?? []).map(String);
  if (date === undefined || id === undefined) return undefined;
  if (!isDate(date) || !isUuid(id)) throw badCursor();
  return [date, id];
}

async function readEntry(context: Context, id: string): Promise<Entry> {
  return context.read(async (tx) => {
    const row = await store.get(tx, context.tenant.id, id);
    if (!row) throw notFound('entry', id);
    return entryOfRow(row, await store.linesOf(tx, context.tenant.id, [id]), context.tenant);
  });
}

/**
 * The first reply under the key of this request, whatever the books would say by now: its externalId is taken by that very
 * entry, or its period was closed since. What is derived later (reversed, settled) was not in it. Undefined without a key,
 * and when nothing stands under it.
 */
async function replay(context: Context, { idempotency }: Posting): Promise<Entry | undefined> {
  if (!idempotency) return undefined;
  const first = await context.read((tx) => store.idempotent(tx, context.tenant.id, idempotency.key));
  if (!first) return undefined;
  if (first.hash !== idempotency.hash || !first.entryId) throw keyConflict(first.operation);

  context.replayed = true;
  const entry = await readEntry(context, first.entryId);
  return { ...entry, reversedBy: null, lines: entry.lines.map((line) => ({ ...line, settlement: null })) };
}

const refuse = (context: Context, posting: Posting, posted: Posted) =>
  context.read((tx) => refusalOf(tx, context.tenant, posting, posted));
