import { readFileSync } from 'node:fs';
import type { Change } from '../../http/context.ts';
import { accounts, policiesOf } from '../accounts/index.ts';
import { journals } from '../journals/index.ts';
import { series } from '../series/index.ts';

type ChartAccount = {
  code: string;
  name: string;
  translations: Record<string, string>;
  statement: string;
  type: string;
  parent: string | null;
  postable: boolean;
  control: string;
  partyPolicy: string;
  settleable: boolean;
};

/** A template of books: data in `charts/`, no code. */
export interface Chart {
  /** `MM-DD`, as is usual in the country. */
  fiscalYearStart: string;
  /** How the numbers of all its series are written; absent: the default of a series. */
  numberFormat?: string;
  accounts: ChartAccount[];
  journals: { code: string; name: string; area: string }[];
  accountRoles: Record<string, string | string[]>;
}

/** As `charts/chart.schema.json` has it: a tree, whose headings hold accounts and give them their type. */
type ChartFile = Omit<Chart, 'accounts'> & { accounts: ChartNode[] };

interface ChartNode {
  code: string;
  name: string;
  en?: string;
  type?: string;
  control?: string;
  partyPolicy?: string;
  settleable?: boolean;
  accounts?: ChartNode[];
}

const folder = new URL('../../../charts/', import.meta.url);
const read = new Map<string, Chart>();

/** A chart by the name that the contract has for it. Its file is read when the first tenant asks for it. */
export function readChart(name: string): Chart {
  let chart = read.get(name);
  if (!chart) {
    const file = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as ChartFile;
    chart = { ...file, accounts: file.accounts.flatMap((node) => accountsOf(node)) };
    read.set(name, chart);
  }
  return chart;
}

function accountsOf(node: ChartNode, above?: ChartAccount): ChartAccount[] {
  const { accounts, en, type = above?.type ?? 'memo', control = 'none', ...same } = node;
  const account: ChartAccount = {
    ...policiesOf(control),
    ...same,
    ...{ type, control },
    statement: statementOf(type),
    translations: en === undefined ? {} : { en },
    parent: above?.code ?? null,
    postable: accounts === undefined,
  };
  return [account, ...(accounts ?? []).flatMap((below) => accountsOf(below, account))];
}

function statementOf(type: string): string {
  if (type === 'memo') return 'memo';
  return type === 'income' || type === 'expense' ? 'result' : 'balance';
}

/** Writes a chart into a new tenant: accounts, and journals with a series each. No year is opened. */
export async function applyChart(tx: Change, tenantId: string, chart: Chart): Promise<void> {
  await accounts.insertAll(tx, tenantId, chart.accounts);
  await series.insertAll(tx, tenantId, seriesOf(chart));
  await journals.insertAll(
    tx,
    tenantId,
    chart.journals.map((journal) => ({ series: journal.code, ...journal })),
  );
}

/** A series for each journal of a chart, that has its code. */
export const seriesOf = ({ journals: given, numberFormat }: Chart) =>
  given.map(({ code }) => ({ code, ...(numberFormat === undefined ? {} : { format: numberFormat }) }));
