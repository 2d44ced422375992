import type { Tx } from '../../db/database.ts';
import type { Context } from '../../http/context.ts';
import { dayIn } from '../../kernel/clock.ts';
import { isUuid, uuidv7 } from '../../kernel/id.ts';
import type { Posting } from './posting.ts';
import { type NewEntry, workOut } from './rules.ts';
import * as store from './store.ts';

export interface PrepareOptions {
  id?: string;
  kind?: string;
  reversalOf?: string;
  idempotency?: { key: string; hash: string } | undefined;
}

/** A body that was checked against the contract -> an entry ready to post; throws the Problem of its amounts. */
export function prepare(context: Context, entry: NewEntry, options: PrepareOptions = {}): Posting {
  const now = context.now();
  const { lines, total, rounded } = workOut(entry, context.tenant);
  return {
    id: options.id ?? uuidv7(now),
    auditId: uuidv7(now),
    journal: entry.journal,
    date: entry.date,
    kind: options.kind ?? entry.kind ?? 'normal',
    period: entry.period ?? null,
    documentDate: entry.documentDate ?? null,
    documentRef: entry.documentRef ?? null,
    taxDate: entry.taxDate ?? null,
    validatedOn: entry.validatedOn ?? dayIn(context.tenant.timezone, now),
    description: entry.description ?? null,
    externalId: entry.externalId ?? null,
    source: entry.source ?? null,
    origin: 'manual',
    reversalOf: options.reversalOf ?? null,
    corrects: entry.corrects ?? [],
    storno: entry.storno ?? false,
    lines,
    total,
    rounded,
    actor: context.actor,
    requestId: context.requestId,
    operation: context.operation,
    idempotency: options.idempotency,
  };
}

/** Bodies may name journals, accounts and parties by id; the posting goes by code. */
export async function byCode(context: Context, entries: readonly NewEntry[]): Promise<readonly NewEntry[]> {
  const named = { journals: new Set<string>(), accounts: new Set<string>(), parties: new Set<string>() };
  for (const entry of entries) {
    if (isUuid(entry.journal)) named.journals.add(entry.journal.toLowerCase());
    for (const line of entry.lines) {
      if (isUuid(line.account)) named.accounts.add(line.account.toLowerCase());
      if (line.party && isUuid(line.party)) named.parties.add(line.party.toLowerCase());
    }
  }
  if (named.journals.size + named.accounts.size + named.parties.size === 0) return entries;

  const codes = await context.read(async (tx: Tx) => ({
    journals: await store.codesById(tx, context.tenant.id, 'journals', [...named.journals]),
    accounts: await store.codesById(tx, context.tenant.id, 'accounts', [...named.accounts]),
    parties: await store.codesById(tx, context.tenant.id, 'parties', [...named.parties]),
  }));
  const code = (of: Map<string, string>, name: string) => of.get(name.toLowerCase()) ?? name;
  return entries.map((entry) => ({
    ...entry,
    journal: code(codes.journals, entry.journal),
    lines: entry.lines.map((line) => ({
      ...line,
      account: code(codes.accounts, line.account),
      ...(line.party ? { party: code(codes.parties, line.party) } : {}),
    })),
  }));
}
