import { join } from 'node:path';
import pg from 'pg';
import { type Installation, openInstallation } from '../installation.ts';
import { type ServerProcess, startServer } from '../server-process.ts';
import { type Postgres, start as startPostgres } from '../services/postgres.mjs';
import { type Link, start as startToxiproxy } from '../services/toxiproxy.mjs';
import { openWire, type Wire } from './wire.ts';

/**
 * Two servers on one PostgreSQL, and links between all of them that can be counted and broken:
 * client - wire - Toxiproxy - server - wire - Toxiproxy - PostgreSQL. The second server is there to take over.
 */
export interface Site {
  readonly at: Installation;
  readonly postgres: Postgres;
  readonly other: ServerProcess;
  /** Where the client reaches the first server. */
  readonly url: string;
  readonly wires: { readonly client: Wire; readonly database: Wire };
  readonly links: { readonly client: Link; readonly database: Link };
  /** Asks PostgreSQL itself, past all links and policies; waits while it recovers. */
  ask<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const one of undo.splice(0).reverse()) await one();
  };

  try {
    // As it is shipped: what was answered is on disk.
    const postgres = await startPostgres();
    undo.push(postgres.stop);
    const toxiproxy = await startToxiproxy();
    undo.push(toxiproxy.stop);

    const databaseLink = await toxiproxy.link('database', postgres.port);
    const database = await openWire(databaseLink.port);
    undo.push(database.close);
    const urlOf = (port: number) => `postgres://postgres@127.0.0.1:${port}/postgres`;

    const at = await openInstallation(['--database-url', urlOf(database.port)]);
    undo.push(at.close);
    const other = await startServer(join(at.folder), ['--database-url', urlOf(databaseLink.port)]);
    undo.push(() => other.end('SIGKILL'));

    const clientLink = await toxiproxy.link('client', Number(new URL(at.server.url).port));
    const client = await openWire(clientLink.port);
    undo.push(client.close);

    return {
      at,
      postgres,
      other,
      url: `http://127.0.0.1:${client.port}`,
      wires: { client, database },
      links: { client: clientLink, database: databaseLink },
      ask: (text, values) => ask(postgres.url, text, values),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One connection for one question: none is there to be lost when PostgreSQL dies. */
async function ask<Row extends object>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  for (const deadline = Date.now() + 60_000; ; ) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<Row>(text, values)).rows;
    } catch (error) {
      // 57P03: it recovers. The others: it has just gone.
      const { code, message } = error as Error & { code?: string };
      const isAway =
        ['57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code ?? '') ||
        message === 'Connection terminated unexpectedly';
      if (!isAway || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 30));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
