import { readFileSync } from 'node:fs';
import type { Change } from '../../http/context.ts';
import { insertChartAccounts } from '../accounts/index.ts';
import { insertChartJournals } from '../journals/index.ts';

/** A template of books: data in `charts/`, no code. */
export interface Chart {
  accounts: {
    code: string;
    name: string;
    statement: 'balance' | 'result' | 'memo';
    type: string;
    parent?: string;
    postable?: boolean;
    control?: string;
  }[];
  journals: { code: string; name: string; area: string }[];
  accountRoles: Record<string, string | string[]>;
}

const charts = new URL('../../../charts/', import.meta.url);

export const readChart = (name: string): Chart =>
  JSON.parse(readFileSync(new URL(`${name}.json`, charts), 'utf8')) as Chart;

/** Writes a chart into a new tenant: accounts, and journals with a series each. No year is opened. */
export async function applyChart(tx: Change, tenantId: string, chart: Chart): Promise<void> {
  await insertChartAccounts(tx, tenantId, chart.accounts);
  await insertChartJournals(tx, tenantId, chart.journals);
}
