import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/contract/document.ts';
import { type Chart, readChart } from '../../src/modules/tenants/chart.ts';
import { countries } from './countries.ts';
import { numberings } from './numbering.ts';

const folder = new URL('../../charts/', import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const names = readdirSync(folder)
  .filter((file) => !file.endsWith('.schema.json'))
  .map((file) => file.replace('.json', ''));

const isOfChart = new Ajv2020({ allErrors: true }).compile(read('chart.schema.json'));
const twice = (codes: readonly string[]) => codes.filter((code, i) => codes.indexOf(code) !== i);

/** Accounts of the balance sheet, but where the law keeps what is not realised out of the result. */
const carried = ['resultProfit', 'resultLoss', 'unallocatedResult', 'suspense'];
const memoOrCarried = ['openingClearing'];
const unrealised = ['fxGainUnrealised', 'fxLossUnrealised'];

function statementsOf(chart: string, role: string): string[] {
  if (carried.includes(role)) return ['balance'];
  if (memoOrCarried.includes(role)) return ['balance', 'memo'];
  return [unrealised.includes(role) && chart === 'fr-pcg' ? 'balance' : 'result'];
}

test('tenants.create knows the charts that have a file, and a year is posted with each', () => {
  const { ChartTemplate } = readDocument().components['schemas'] as { ChartTemplate: { enum: string[] } };
  expect([...ChartTemplate.enum].sort()).toEqual(names);
  expect(countries.map((country) => country.chart).sort()).toEqual(names);
  expect(Object.keys(numberings).sort()).toEqual(names);
});

describe.each(names)('chart %s', (name) => {
  const file = read(`${name}.json`);
  const chart: Chart = readChart(name);
  const account = (code: string) => chart.accounts.find((one) => one.code === code);

  test('is as its schema says, with an English name beside every name that is not', () => {
    isOfChart(file);
    expect(isOfChart.errors ?? []).toEqual([]);
    for (const { code, translations } of chart.accounts) {
      expect(Object.keys(translations), code).toEqual(file.language === 'en' ? [] : ['en']);
    }
  });

  test('has each code once, and no two accounts of one name below one heading', () => {
    expect(twice(chart.accounts.map(({ code }) => code))).toEqual([]);
    expect(twice(chart.accounts.map(({ parent, name: its }) => `${parent} ${its}`))).toEqual([]);
    expect(twice(chart.journals.map(({ code }) => code))).toEqual([]);
  });

  test('has numbers that say what the accounts are', () => {
    const numbering = numberings[name];
    const lengths = Object.keys(numbering?.types ?? {}).sort((a, b) => b.length - a.length);
    for (const { code, type, postable } of chart.accounts) {
      if (!postable) continue;
      expect(code).toMatch(numbering?.length ?? /^$/);
      const start = lengths.find((beginning) => code.startsWith(beginning)) ?? '';
      expect(numbering?.types[start]?.split(' '), `${code} ${type}`).toContain(type);
    }
  });

  test('hangs every account below a heading of its statement', () => {
    for (const { code, parent, statement, postable } of chart.accounts) {
      if (parent === null) expect(postable, code).toBe(false);
      else expect(account(parent), code).toMatchObject({ statement, postable: false });
    }
  });

  test('has receivables, payables, and journals of every area', () => {
    const controls = new Set(chart.accounts.map(({ control }) => control));
    expect([...controls]).toEqual(expect.arrayContaining(['receivable', 'payable']));
    for (const { control, partyPolicy, settleable } of chart.accounts) {
      if (control === 'receivable' || control === 'payable') {
        expect({ partyPolicy, settleable }).toEqual({ partyPolicy: 'required', settleable: true });
      }
    }
    const areas = new Set(chart.journals.map(({ area }) => area));
    expect([...areas].sort()).toEqual(
      ['bank', 'cash', 'closing', 'general', 'opening', 'payroll', 'purchase', 'sale'].sort(),
    );
  });

  test('has an account that takes lines for every role, on the side of the books where the role belongs', () => {
    for (const [role, codes] of Object.entries(chart.accountRoles)) {
      for (const code of [codes].flat()) {
        expect(account(code), `${role} ${code}`).toMatchObject({ postable: true });
        expect(statementsOf(name, role), role).toContain(account(code)?.statement);
      }
    }
  });
});
