import type { Row } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import {
  beginImport,
  committed,
  rejectsOf,
  saidOf,
  sendPart,
  validated,
} from '../../../../test/import-file.ts';
import { sql } from '../../../db/sql.ts';

type Import = components['schemas']['Import'];

// What a receipt says adds up (invariant 29 of the ledger), is what was shown, and is what the books hold. `ERP_TEST_SEED` draws others.
const settings = {
  seed: Number(process.env['ERP_TEST_SEED'] ?? 29),
  numRuns: 4,
  endOnFailure: true,
} as const;
const patience = 120_000;

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  await t.call('POST', '/v1/journals', { code: 'OD', name: 'OD', area: 'general' });
  for (const code of ['A1', 'A2', 'A3']) {
    await t.call('POST', '/v1/accounts', { code, name: code, statement: 'balance', type: 'asset' });
  }
});
afterAll(() => t.close());

/** What is wrong with one entry of a file: all of its rows, made from those of one without fault. */
const damages: Readonly<Record<string, (rows: readonly Row[], name: string) => object[]>> = {
  lopsided: ([first, ...rest]) => [{ ...first, debit: '900000.00' }, ...rest],
  'one line': ([first]) => [{ ...first, debit: '0.01' }],
  'an account nobody knows': (rows) => rows.map((row, i) => (i === 0 ? { ...row, account: 'nobody' } : row)),
  'too many decimals': ([first, ...rest]) => [{ ...first, debit: '1.005' }, ...rest],
  'a day that is none': (rows) => rows.map((row) => ({ ...row, date: '2026-02-30' })),
  'a day of no year': (rows) => rows.map((row) => ({ ...row, date: '2031-01-01' })),
  'two days': (rows) => rows.map((row, i) => (i === 1 ? { ...row, date: '2026-05-31' } : row)),
  'both sides': ([first, ...rest]) => [{ ...first, credit: '1.00' }, ...rest],
  'a journal nobody knows': (rows) => rows.map((row) => ({ ...row, journal: 'NO' })),
  'a party nobody knows': ([first, ...rest]) => [{ ...first, party: 'nobody' }, ...rest],
  'an unknown field': (rows) => rows.map((row, i) => (i === 1 ? { ...row, colour: 'red' } : row)),
};

interface Planned {
  readonly amounts: readonly number[];
  readonly day: number;
  readonly damage: string | undefined;
}

const planned: fc.Arbitrary<Planned> = fc.record({
  amounts: fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 1, maxLength: 4 }),
  day: fc.integer({ min: 1, max: 28 }),
  damage: fc.option(fc.constantFrom(...Object.keys(damages)), { nil: undefined, freq: 2 }),
});

const money = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

function rowsOf({ amounts, day, damage }: Planned, entry: string): object[] {
  const head = {
    record: 'line' as const,
    date: `2026-04-${String(day).padStart(2, '0')}`,
    ...{ entry, journal: 'OD', externalId: `x-${entry}` },
  };
  const total = amounts.reduce((sum, one) => sum + one, 0);
  const rows: Row[] = [
    ...amounts.map((cents, i) => ({ ...head, account: `A${(i % 3) + 1}`, debit: money(cents) })),
    { ...head, account: 'A2', credit: money(total) },
  ];
  return damage === undefined ? rows : (damages[damage]?.(rows, entry) ?? []);
}

/** Rows of several entries as a file may have them: those of one in their order, but not next to each other. */
function shuffled(entries: readonly (readonly object[])[], picks: readonly number[]): object[] {
  const left = entries.map((rows) => [...rows]).filter((rows) => rows.length > 0);
  const file: object[] = [];
  for (let at = 0; left.length > 0; at += 1) {
    const from = (picks[at % picks.length] ?? 0) % Math.min(left.length, 5);
    file.push(left[from]?.shift() ?? {});
    if (left[from]?.length === 0) left.splice(from, 1);
  }
  return file;
}

async function shownFor(rows: readonly object[], body: object): Promise<Import> {
  const id = await beginImport(t, body);
  const numbered = rows.map((row, i) => ({ ...row, row: i + 2 }));
  const size = Math.ceil(numbered.length / 3) || 1;
  const parts = Math.ceil(numbered.length / size);
  for (let part = 1; part <= parts; part += 1) {
    const reply = await sendPart(t, id, part, numbered.slice((part - 1) * size, part * size));
    expect(reply.status).toBe(200);
  }
  return validated(t, id, parts, saidOf(rows.length));
}

/** What the tables hold, not what anything says of them. */
async function books() {
  const tenantId = t.tenant.id;
  const [row] = await t.app.services.db.tx({ role: 'erp_app', tenantId }, (tx) =>
    tx.query<Record<'entries' | 'lines' | 'debit' | 'credit' | 'totals' | 'parties', string>>(sql`
      select (select count(*) from entries where tenant_id = ${tenantId}) as entries,
        (select count(*) from parties where tenant_id = ${tenantId}) as parties,
        (select coalesce(sum(debit), 0) from account_totals where tenant_id = ${tenantId}) as totals, l.*
      from (select count(*) as lines, coalesce(sum(debit), 0) as debit, coalesce(sum(credit), 0) as credit
            from lines where tenant_id = ${tenantId}) l`),
  );
  const { entries, lines, debit, credit, totals, parties } = row ?? {};
  const [e, l, d, c, a, p] = [entries, lines, debit, credit, totals, parties].map(Number);
  return { entries: e ?? 0, lines: l ?? 0, debit: d ?? 0, credit: c ?? 0, totals: a ?? 0, parties: p ?? 0 };
}

const cents = (amount: string | null) => Number((amount ?? '').replace('.', ''));
const sumOf = ({ written, updated, unchanged, skipped, rejected }: Import) =>
  written + updated + unchanged + skipped + rejected;

/** What a dry run shows, and a commit may not change. */
const shownOf = (session: Import) => {
  const { rows, entries, valid, rejected, debit, credit } = session;
  const { interpretation, assertions, assertionCounts, effects } = session;
  return {
    ...{ rows, entries, valid, rejected, debit, credit },
    ...{ interpretation, assertions, assertionCounts, effects },
  };
};

let files = 0;

describe('receipts of an import', () => {
  test('imports.commit.202 entries: whatever is in the file, the receipt adds up, is what was shown, and is in the books', {
    timeout: patience,
  }, async () => {
    const file = fc.record({
      entries: fc.array(planned, { minLength: 20, maxLength: 60 }),
      loose: fc.integer({ min: 0, max: 3 }),
      picks: fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
    });

    const property = fc.asyncProperty(file, async ({ entries, loose, picks }) => {
      files += 1;
      const all = entries.map((one, i) => ({ ...one, name: `${files}-${i}` }));
      const good = all.filter(({ damage }) => damage === undefined);
      const rows = [
        ...shuffled(
          all.map((one) => rowsOf(one, one.name)),
          picks,
        ),
        // Lines that name no entry are refused one by one.
        ...Array.from({ length: loose }, () => ({ record: 'line', account: 'A1', debit: '1.00' })),
      ];
      const expected = {
        rows: rows.length,
        entries: all.length + loose,
        valid: good.length,
        rejected: all.length - good.length + loose,
      };
      const debit = good.flatMap(({ amounts }) => amounts).reduce((sum, one) => sum + one, 0);
      const lines = good.reduce((sum, { amounts }) => sum + amounts.length + 1, 0);
      const before = await books();

      const aborted = await shownFor(rows, { resource: 'entries', onError: 'abort' });
      expect(aborted).toMatchObject({ ...expected, state: expected.rejected > 0 ? 'invalid' : 'valid' });
      expect(await books()).toEqual(before);

      const shown = await shownFor(rows, { resource: 'entries', onError: 'skip' });
      expect(shown).toMatchObject({ ...expected, state: 'valid' });
      expect([cents(shown.debit), cents(shown.credit)]).toEqual([debit, debit]);
      const rejects = new Set((await rejectsOf(t, shown.id)).flatMap(({ entry }) => entry ?? []));
      expect([...rejects].sort()).toEqual(
        all.flatMap(({ damage, name }) => (damage === undefined ? [] : [name])).sort(),
      );

      const done = await committed(t, shown.id);
      expect(done).toMatchObject({ ...expected, state: 'committed', written: good.length, lines });
      expect(shownOf(done)).toEqual(shownOf(shown));
      expect(sumOf(done)).toBe(done.entries);

      const after = await books();
      expect(after).toEqual({
        ...before,
        ...{ entries: before.entries + good.length, lines: before.lines + lines },
        ...{ debit: before.debit + debit, credit: before.credit + debit, totals: before.totals + debit },
      });
    });
    await fc.assert(property, settings);
  });

  test('imports.commit.202 parties by upsert: created, updated, unchanged and rejected add up, again and again', {
    timeout: patience,
  }, async () => {
    const party = fc.record({
      code: fc.integer({ min: 0, max: 60 }),
      name: fc.constantFrom('Ada', 'Ben', 'Cy'),
      isFaulty: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    });
    const known = new Map<string, string>();

    const property = fc.asyncProperty(fc.array(party, { minLength: 10, maxLength: 80 }), async (drawn) => {
      const expected = { written: 0, updated: 0, unchanged: 0, rejected: 0 };
      const seen = new Set<string>();
      const rows = drawn.map(({ code: number, name, isFaulty }) => {
        const code = `P${number}`;
        // The second row of a code in one file is refused.
        if (isFaulty || seen.has(code)) expected.rejected += 1;
        else if (!known.has(code)) expected.written += 1;
        else expected[known.get(code) === name ? 'unchanged' : 'updated'] += 1;
        if (isFaulty) return { record: 'party', code: `F${code}`, name: '' };
        if (!seen.has(code)) known.set(code, name);
        seen.add(code);
        return { record: 'party', code, name };
      });
      const before = await books();

      const shown = await shownFor(rows, { resource: 'parties', mode: 'upsert', onError: 'skip' });
      expect(shown).toMatchObject({
        state: 'valid',
        rows: rows.length,
        entries: rows.length,
        effects: expected,
      });
      const done = await committed(t, shown.id);
      expect(done).toMatchObject({ ...expected, state: 'committed' });
      expect(shownOf(done)).toEqual(shownOf(shown));
      expect(sumOf(done)).toBe(rows.length);
      expect(await books()).toEqual({ ...before, parties: known.size });
    });
    await fc.assert(property, settings);
  });
});
