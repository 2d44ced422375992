import { execFileSync } from 'node:child_process';
import { postgresPrograms } from './services/install-postgres.mjs';

let made = 0;

/**
 * What an `erp-server` is started with for an empty database of its own: nothing in `npm test`, where it is embedded; else a new
 * one on the PostgreSQL of the run (ERP_TEST_DATABASE_URL), through its pooler if there is one (ERP_TEST_POOLER_URL).
 */
export function freshDatabaseArgs(): string[] {
  const direct = process.env['ERP_TEST_DATABASE_URL'];
  if (!direct) return [];

  const name = `erp_e2e_${process.pid}_${made++}`;
  query(direct, `create database ${name}`);

  const pooler = process.env['ERP_TEST_POOLER_URL'];
  const url = new URL(pooler || direct);
  url.pathname = `/${name}`;
  return ['--database-url', url.href, ...(pooler ? ['--prepared', 'off'] : [])];
}

/** Rows of one statement, each as psql prints it unaligned. */
export function query(url: string, text: string): string[] {
  const options = { encoding: 'utf8', stdio: 'pipe' } as const;
  const printed = execFileSync(`${postgresPrograms}/psql`, ['-XAt', url, '-c', text], options);
  return printed.split('\n').filter(Boolean);
}
