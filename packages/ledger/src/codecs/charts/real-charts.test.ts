import { createReadStream, existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readAll } from '../../../test/reading.ts';
import type { AccountRow } from '../../records/rows.ts';
import { readers } from '../index.ts';

const folder = new URL('../../../../../../shared/data/coa/', import.meta.url);

/** Counted with the XML, JSON and CSV libraries of Python: accounts, headings, and accounts by type. */
const charts = [
  [
    'acctchrt_skr03.gnucash-xea',
    'gnucash',
    100,
    23,
    { asset: 21, liability: 11, equity: 13, income: 8, expense: 47 },
  ],
  ['uk-vat.gnucash-xea', 'gnucash', 60, 17, { asset: 11, liability: 10, equity: 9, income: 9, expense: 21 }],
  [
    'us_acctchrt_business.gnucash-xea',
    'gnucash',
    75,
    13,
    { asset: 6, liability: 3, equity: 3, income: 5, expense: 58 },
  ],
  [
    'frappe_fr.json',
    'frappe',
    993,
    291,
    { asset: 382, liability: 89, equity: 135, income: 132, expense: 255 },
  ],
  ['frappe_in.json', 'frappe', 77, 26, { asset: 24, liability: 20, income: 5, expense: 28 }],
  [
    'frappe_standardCOA.json',
    'frappe',
    75,
    26,
    { asset: 25, liability: 12, equity: 5, income: 5, expense: 28 },
  ],
  [
    'odoo_fr_account.account.template.csv',
    'odoo',
    737,
    0,
    { asset: 261, liability: 120, equity: 53, income: 106, expense: 197 },
  ],
] as const;

test.skipIf(!existsSync(folder)).each(charts)('charts: %s', async (name, format, count, headings, types) => {
  const { rows, faults } = await readAll(readers[format], () => createReadStream(new URL(name, folder)), {
    resource: 'accounts',
    fileName: name,
  });
  const accounts = rows as AccountRow[];

  expect(faults).toEqual([]);
  expect(accounts).toHaveLength(count);
  expect(new Set(accounts.map(({ code }) => code)).size).toBe(count);
  expect(accounts.filter(({ postable }) => postable === false)).toHaveLength(headings);

  const byType: Record<string, number> = {};
  for (const { type = 'none' } of accounts) byType[type] = (byType[type] ?? 0) + 1;
  expect(byType).toEqual(types);

  const codes = new Set(accounts.map(({ code }) => code));
  expect(accounts.filter(({ parent }) => parent !== undefined && !codes.has(parent))).toEqual([]);
});

test.skipIf(!existsSync(folder))(
  'charts: groups of Odoo are headings, in the tree of their prefixes',
  async () => {
    const name = 'odoo_fr_account.group.template.csv';
    const { rows, faults } = await readAll(readers.odoo, () => createReadStream(new URL(name, folder)), {
      resource: 'accounts',
      fileName: name,
    });
    const groups = rows as AccountRow[];

    expect(faults).toEqual([]);
    expect(groups).toHaveLength(71);
    expect(groups.filter(({ postable }) => postable !== false)).toEqual([]);
    expect(groups.filter(({ code, parent = '' }) => !code.startsWith(parent))).toEqual([]);
    expect(groups.filter(({ type }) => type === undefined)).toEqual([]);
  },
);
