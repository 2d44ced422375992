import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestApp, type TestApp, type TestOptions } from '../../server/test/harness.ts';
import { erp, type Run, type RunOptions } from './erp.ts';

/** A real server with an empty tenant, a folder for files, and a home in which imports leave their notes. */
export interface ImportServer {
  readonly t: TestApp;
  readonly url: string;
  readonly env: Record<string, string>;
  readonly folder: string;
  /** Runs `erp` in the folder's environment. */
  run(args: readonly string[], options?: RunOptions): Promise<Run>;
  /** Writes a file and returns its path. */
  file(name: string, content: string | Uint8Array): string;
  /** Notes of imports that have not ended. */
  notes(): string[];
  close(): Promise<void>;
}

export async function startImportServer(
  identity: Record<string, unknown> = {},
  options: TestOptions = {},
): Promise<ImportServer> {
  const t = await openTestApp({ ...options, tenant: identity });
  await t.app.http.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(t.app.http.server.address() as AddressInfo).port}`;

  const folder = mkdtempSync(join(tmpdir(), 'erp-cli-import-'));
  const env = { ERP_URL: url, ERP_API_KEY: t.key, ERP_TENANT: t.tenant.slug, XDG_STATE_HOME: folder };

  return {
    t,
    url,
    env,
    folder,
    run: (args, options = {}) => erp(args, { ...options, env: { ...env, ...options.env } }),

    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },

    notes() {
      try {
        return readdirSync(join(folder, 'erp', 'imports'));
      } catch {
        return [];
      }
    },

    close: () => t.close(),
  };
}

/** Entries and lines of the tenant, to be compared before and after. */
export async function bookedIn({ t }: ImportServer): Promise<{ entries: number; debit: string }> {
  const entries = await t.call('GET', '/v1/entries?limit=500');
  const balance = await t.call('GET', '/v1/reports/trial-balance');

  return {
    entries: (entries.body as { items: unknown[] }).items.length,
    debit: balance.status === 200 ? (balance.body as { totals: { debit: string } }).totals.debit : '0.00',
  };
}

const HEADER = 'entry,journal,date,account,debit,credit,account_name,account_type,journal_name';

/** A ledger as CSV: of each entry its lines, `[account, debit, credit]` as the file writes them. */
export function booksOf(
  entries: readonly {
    readonly name: string;
    readonly date?: string;
    readonly lines: readonly (readonly [string, string, string])[];
  }[],
): string {
  const lines = entries.flatMap(({ name, date = '2025-01-31', lines: own }) =>
    own.map(([account, debit, credit]) =>
      [
        ...[name, 'VT', date, account, quoted(debit), quoted(credit)],
        ...(account === '411000' ? ['Customers', 'asset'] : ['Services', 'income']),
        'Sales',
      ].join(','),
    ),
  );

  return `${[HEADER, ...lines].join('\n')}\n`;
}

/** A sale of this amount. */
export function sale(name: string, amount = '10.00') {
  return {
    name,
    lines: [
      ['411000', amount, ''],
      ['706000', '', amount],
    ] as const,
  };
}

function quoted(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell;
}
