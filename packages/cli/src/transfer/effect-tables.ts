import type { Schemas } from '@erp/sdk';
import type { Context } from '../context.ts';
import type { Column } from '../output/result.ts';
import { grouped } from '../output/table.ts';

type Import = Schemas['Import'];
type Assertion = Import['assertions'][number];

/** So many accounts, or totals that differ, are looked at by people. */
const SHOWN = 20;

const ACCOUNTS: readonly Column[] = [
  { key: 'account' },
  { key: 'name' },
  ...(['lines'] as const).map((key): Column => ({ key, kind: 'count' })),
  ...(['debit', 'credit'] as const).map((key): Column => ({ key, kind: 'money' })),
];

const TOTALS: readonly Column[] = [
  ...['kind', 'account', 'date', 'currency'].map((key): Column => ({ key })),
  { key: 'stated', kind: 'money' },
  { key: 'computed', title: 'IN THE BOOKS', kind: 'money' },
];

/** What a commit adds to each account; nothing for imports that have no entries. */
export async function showEffects({ erp, terminal }: Context, session: Import): Promise<void> {
  const { id, effects, debit, credit } = session;
  if (!effects || effects.accounts === 0) return;

  const { items } = await erp.imports.effects(id, { limit: SHOWN });
  const isAll = items.length === effects.accounts;
  const name = isAll ? 'all accounts' : `all ${grouped(String(effects.accounts))} accounts`;
  terminal.table({
    title: `What a commit adds, by account${isAll ? '' : ` (the first ${SHOWN})`}`,
    ...{ rows: items, columns: ACCOUNTS, totals: { name, lines: effects.lines, debit, credit } },
  });
  if (!isAll) terminal.note(`all of them: erp api GET /v1/imports/${id}/effects --paginate`);
}

/** How many of the totals that a file states the books will hold, and those that they will not. */
export function showTotals({ terminal }: Context, session: Import): void {
  const { stated, agreed } = session.assertionCounts;
  if (stated === 0) return;

  const said = `${grouped(String(agreed))} of ${grouped(String(stated))} totals that the file states are those of the books`;
  if (agreed === stated) {
    terminal.note(`  totals     ${said}`);
    return;
  }

  terminal.warn(said);
  const rows = differences(session).slice(0, SHOWN);
  terminal.table({ rows, columns: TOTALS });
}

export function differences({ assertions }: Pick<Import, 'assertions'>): Assertion[] {
  return assertions.filter(({ stated, computed }) => stated !== computed);
}
