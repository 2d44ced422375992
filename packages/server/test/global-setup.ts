import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate, openEmbedded, openPostgres, readRelease } from '../src/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Dump of a migrated embedded database; empty on PostgreSQL. */
    template: string;
    /** PostgreSQL to clone `erp_template` on; empty on the embedded database. */
    postgres: string;
    /** PgBouncer before it, through which everything but the cloning goes; empty without. */
    pooler: string;
  }
}

/**
 * A migrated database, made once a run: a dump in `.cache` by the hash of the migrations and the version of PGlite, so that
 * the second run starts at once; or, with ERP_TEST_DATABASE_URL, a template database that each worker clones, and reaches
 * through a pooler with ERP_TEST_POOLER_URL.
 */
export default async function setup(project: TestProject): Promise<void> {
  const url = process.env['ERP_TEST_DATABASE_URL'] ?? '';
  project.provide('postgres', url);
  project.provide('pooler', process.env['ERP_TEST_POOLER_URL'] ?? '');
  project.provide('template', url ? '' : await embeddedTemplate());
  if (url) await postgresTemplate(url);
}

async function embeddedTemplate(): Promise<string> {
  const hash = createHash('sha256');
  for (const migration of readRelease().migrations) hash.update(migration.sha256);
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  hash.update(await readFile(new URL('../package.json', pathToDist(pglite))));

  const cache = new URL('../../../.cache/', import.meta.url);
  const file = new URL(`template-${hash.digest('hex').slice(0, 12)}.tar`, cache).pathname;
  if (existsSync(file)) return file;

  await mkdir(cache, { recursive: true });
  const db = await openEmbedded();
  await migrate(db);
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, await db.dump());
  await rename(fresh, file);
  await db.close();
  return file;
}

const pathToDist = (file: string): URL => new URL(`file://${file}`);

async function postgresTemplate(url: string): Promise<void> {
  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query('drop database if exists erp_template');
  await admin.query('create database erp_template');
  await admin.end();

  const target = new URL(url);
  target.pathname = '/erp_template';
  const db = openPostgres(target.href);
  await migrate(db);
  await db.close();
}
