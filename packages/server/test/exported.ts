import { codecs, type ExportLine, type FormatName, type LineRow, type Row } from '@erp/ledger';
import type { TestApp } from './harness.ts';

/** Creates an export, reads its content to the end, and gives it with its row as it is then. */
export async function exported(t: TestApp, body: object) {
  const created = await t.call('POST', '/v1/exports', body);
  if (created.status !== 201) throw new Error(`${JSON.stringify(body)}: ${JSON.stringify(created.body)}`);
  const { id } = created.body;
  const content = await t.call('GET', `/v1/exports/${id}/content`);
  if (content.status !== 200) throw new Error(JSON.stringify(content.body));
  const done = (await t.call('GET', `/v1/exports/${id}`)).body;
  return { id: id as string, text: content.body as string, headers: content.headers, done };
}

/** The rows of a file that was exported, without their places. */
export async function rowsOf(format: FormatName, text: string): Promise<Row[]> {
  const bytes = new TextEncoder().encode(text);
  const reading = codecs[format].read(
    async function* () {
      yield bytes;
    },
    { fileName: `x.${format}`, resource: 'ledger' },
  );
  const rows: Row[] = [];
  for await (const read of reading.rows) {
    if (!('row' in read)) throw new Error(JSON.stringify(read));
    const { row: _, ...row } = read.row;
    rows.push(row as Row);
  }
  return rows;
}

export const linesOf = (rows: readonly Row[]): LineRow[] => rows.filter((row) => row.record === 'line');

/** What lines of a base with two decimals add up to by account: opening, signed, and the movements. */
export function sumsOf(lines: readonly Pick<ExportLine, 'account' | 'kind' | 'debit' | 'credit'>[]) {
  const sums: Record<string, { opening: number; debit: number; credit: number }> = {};
  for (const { account, kind, debit, credit } of lines) {
    sums[account] ??= { opening: 0, debit: 0, credit: 0 };
    const sum = sums[account];
    if (kind === 'opening') sum.opening += cents(debit) - cents(credit);
    else {
      sum.debit += cents(debit);
      sum.credit += cents(credit);
    }
  }
  return sums;
}

export const cents = (amount: string): number => Number(amount.replace('.', ''));
