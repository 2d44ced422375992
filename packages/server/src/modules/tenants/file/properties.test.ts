import type { components } from '@erp/openapi/types';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';

type TenantFile = components['schemas']['TenantFile'];
type Sections = Omit<TenantFile, 'version' | 'slug' | 'name' | 'country' | 'baseCurrency' | 'timezone'>;

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp();
});

afterAll(() => t.close());

let files = 0;
const fileOf = (sections: Sections): TenantFile => ({
  ...{ version: 1, slug: `${t.tenant.slug}-p${files++}`, name: 'Acme', country: 'FR', baseCurrency: 'EUR' },
  timezone: 'Europe/Paris',
  ...sections,
});

async function send(verb: 'plan' | 'apply', file: TenantFile) {
  const reply = await t.platform('POST', `/v1/tenants/${file.slug}/${verb}`, { file, prune: true });
  expect(reply, JSON.stringify(file)).toMatchObject({ status: 200 });
  return reply.body;
}

const written = async (slug: string): Promise<TenantFile> =>
  (await t.platform('GET', `/v1/tenants/${slug}/export`)).body;

const nothing = { changes: [], blocked: [], kept: [] };

const code = fc.stringMatching(/^[0-9A-Za-zÅé:./-]{1,6}$/);
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((any) => `N${any.replace(/\p{C}/gu, '')}`.trim());
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const codes = (max: number) => fc.uniqueArray(code, { maxLength: max });

/** Each row may stand below one that comes later in the list: order is of no matter. */
const tree = <T extends object>(named: readonly string[], row: fc.Arbitrary<T>) =>
  fc
    .tuple(
      fc.array(fc.tuple(row, fc.nat()), { minLength: named.length, maxLength: named.length }),
      fc.boolean(),
    )
    .map(([rows, turned]) => {
      const list = rows.map(([value, above], i) => ({
        ...{ code: named[i] as string, name: `Name ${i}` },
        ...value,
        ...(i > 0 && above % 3 > 0 ? { parent: named[above % i] as string } : {}),
      }));
      return turned ? list.toReversed() : list;
    });

/** Without the fields that are undefined. */
const defined = (value: object) => JSON.parse(JSON.stringify(value));

const kind = fc.constantFrom(
  { statement: 'balance' as const, type: 'asset' as const },
  { statement: 'balance' as const, type: 'equity' as const },
  { statement: 'result' as const, type: 'expense' as const },
  { statement: 'memo' as const, type: 'memo' as const },
);

const account = fc
  .record({
    kind,
    name: text,
    postable: maybe(fc.boolean()),
    control: maybe(fc.constantFrom('none' as const, 'receivable' as const, 'other' as const)),
    partyPolicy: maybe(fc.constantFrom('required' as const, 'optional' as const, 'forbidden' as const)),
    settleable: maybe(fc.boolean()),
    currency: maybe(fc.constantFrom('USD', 'JPY', 'KWD')),
    translations: maybe(fc.record({ fr: text })),
    mappings: maybe(fc.array(fc.record({ scheme: fc.constantFrom('sru', 'datev'), code }), { maxLength: 2 })),
    active: maybe(fc.boolean()),
  })
  .map(({ kind: both, ...rest }) => ({ ...both, ...(defined(rest) as typeof rest) }));

const sections: fc.Arbitrary<Sections> = fc
  .record({
    accounts: codes(8),
    dimensions: codes(3),
    values: codes(4),
    series: codes(2),
    journals: codes(3),
  })
  .chain(({ accounts, dimensions, values, series, journals }) =>
    fc.record({
      legalName: maybe(text),
      reversalStyle: maybe(fc.constantFrom('swap' as const, 'negative' as const)),
      currencies: maybe(fc.constant([{ code: 'HOURS', exponent: 3 }])),
      accounts: tree(accounts, account),
      dimensions: tree(dimensions, fc.record({ values: tree(values, fc.record({ active: fc.boolean() })) })),
      series: fc.constant(series.map((one, i) => ({ code: one, start: i, format: '{n:3}' }))),
      journals: fc.constant(
        journals.map((one, i) => ({
          ...{ code: one, name: 'J', area: 'general' as const },
          ...(series[i] === undefined ? {} : { series: series[i] }),
          ...(accounts[i] === undefined ? {} : { defaultAccount: accounts[i] }),
        })),
      ),
      years: fc.constantFrom(
        [],
        [
          { code: 'b', start: '2025-03-01', end: '2026-02-28' },
          { code: 'a', start: '2024-07-15', end: '2025-02-28' },
        ],
      ),
    }),
  )
  .map((asked) => defined(asked) as Sections);

test('tenants.apply then plan is empty, and the export makes the same tenant', async () => {
  await fc.assert(
    fc.asyncProperty(sections, async (asked) => {
      const file = fileOf(asked);
      await send('apply', file);
      expect(await send('plan', file)).toMatchObject(nothing);

      const copy = { ...(await written(file.slug)), slug: fileOf({}).slug };
      await send('apply', copy);
      expect(await send('plan', { ...file, slug: copy.slug })).toMatchObject(nothing);
    }),
    { numRuns: 20 },
  );
}, 120_000);

test('tenants.apply of two files of a tenant gives the same in either order', async () => {
  await fc.assert(
    fc.asyncProperty(sections, async ({ accounts, journals, series, ...others }) => {
      const parts = (slug: string): TenantFile[] => [
        { ...fileOf(defined({ accounts, journals, series })), slug },
        { ...fileOf(others), slug },
      ];
      const [one, two] = [fileOf({}).slug, fileOf({}).slug];
      for (const part of parts(one)) await send('apply', part);
      for (const part of parts(two).toReversed()) await send('apply', part);
      expect({ ...(await written(two)), slug: one }).toEqual(await written(one));
    }),
    { numRuns: 10 },
  );
}, 120_000);
