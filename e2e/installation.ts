import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createErp, type Erp } from '@erp/sdk';
import { documentOf, type ErpProcess, type Run, startErp } from './erp-process.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { freshDatabaseArgs } from './test-database.ts';

export interface CallOptions {
  readonly tenant?: string;
  /** Instead of the key of the platform. */
  readonly apiKey?: string;
  /** Instead of the server's own address. */
  readonly url?: string;
  readonly heard?: (text: string) => void;
  readonly isDiskFull?: boolean;
}

/** A server and a user of the command line, in a folder of their own. */
export interface Installation {
  readonly folder: string;
  readonly server: ServerProcess;
  /** Starts `erp` with the server and a key in its environment. */
  start(args: readonly string[], options?: CallOptions): ErpProcess;
  /** Runs `erp` to its end. */
  run(args: readonly string[], options?: CallOptions): Promise<Run>;
  /** Runs `erp` where nothing should go wrong, and reads the document that it prints. */
  ask<T>(args: readonly string[], options?: CallOptions): Promise<T>;
  createTenant(slug: string, ...flags: string[]): Promise<void>;
  /** The SDK, to look at the books without the command line. */
  sdk(tenant: string): Erp;
  /** Writes a file into the folder and returns its path. */
  file(name: string, content: string | Uint8Array): string;
  /** Ends the server and removes the folder. */
  close(): Promise<void>;
}

/** @param serverArgs without `--database-url` the database is a new one where the tests run: embedded, or on a PostgreSQL */
export async function openInstallation(serverArgs: readonly string[] = []): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'erp-e2e-'));
  const database = serverArgs.includes('--database-url') ? [] : freshDatabaseArgs();
  const server = await startServer(folder, [...serverArgs, ...database]);

  const start: Installation['start'] = (args, { tenant, apiKey, url, heard, isDiskFull } = {}) =>
    startErp(args, {
      cwd: folder,
      env: {
        HOME: folder,
        XDG_CONFIG_HOME: join(folder, 'home'),
        XDG_STATE_HOME: join(folder, 'state'),
        ERP_URL: url ?? server.url,
        ERP_API_KEY: apiKey ?? server.apiKey,
        ...(tenant === undefined ? {} : { ERP_TENANT: tenant }),
      },
      ...(heard === undefined ? {} : { heard }),
      ...(isDiskFull === undefined ? {} : { isDiskFull }),
    });

  const run: Installation['run'] = (args, options) => start(args, options).ended;

  async function ask<T>(args: readonly string[], options?: CallOptions): Promise<T> {
    const done = await run(args, options);
    if (done.code === 0) return documentOf<T>(done);
    const why = `${done.stderr}${done.stdout}\nThe server: ${server.said().slice(-2000)}`;
    throw new Error(`erp ${args.join(' ')} ended with ${done.code}: ${why}`);
  }

  return {
    folder,
    server,
    start,
    run,
    ask,
    createTenant: async (slug, ...flags) => {
      const legal = ['--name', 'Acme', '--currency', 'EUR', '--country', 'FR'];
      await ask(['tenant', 'create', slug, ...legal, ...flags]);
    },
    sdk: (tenant) => createErp({ baseUrl: server.url, auth: server.apiKey, tenant }),
    file: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    close: async () => {
      await server.end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
