import { setTimeout as sleep } from 'node:timers/promises';
import type { ErpProcess } from '../erp-process.ts';
import type { Site } from './site.ts';

/** Where a fault falls. */
export interface Scene {
  readonly site: Site;
  readonly tenant: string;
  readonly command: ErpProcess;
  /** Begins to import the same file from another machine. */
  secondClient(): void;
}

/** Something that goes wrong at a byte of one of the wires. */
export interface Fault {
  readonly name: string;
  readonly wire: 'client' | 'database';
  /** While the byte waits. False when there was nothing to fall on. */
  strike(scene: Scene): Promise<unknown>;
  /** When the byte has gone on: what was killed is there again. */
  mend?(scene: Scene): Promise<unknown>;
}

const killClient = async ({ command }: Scene): Promise<void> => command.kill('SIGKILL');

const killServer: Pick<Fault, 'strike' | 'mend'> = {
  strike: ({ site }) => site.at.server.end('SIGKILL'),
  mend: ({ site }) => site.at.server.start(),
};

const killBoth: Pick<Fault, 'strike' | 'mend'> = {
  strike: ({ site: { at, other } }) => Promise.all([at.server.end('SIGKILL'), other.end('SIGKILL')]),
  mend: ({ site: { at, other } }) => Promise.all([at.server.start(), other.start()]),
};

const cut = (name: Fault['wire']): Pick<Fault, 'strike'> => ({
  strike: ({ site }) => site.links[name].cut(),
});

const stall = (name: Fault['wire']): Pick<Fault, 'strike' | 'mend'> => ({
  strike: async () => undefined,
  mend: ({ site }) => site.links[name].stall(300),
});

const slow = (name: Fault['wire']): Pick<Fault, 'strike'> => ({
  strike: ({ site }) => site.links[name].slow(),
});

/** Every fault is drawn as often as it stands here. */
export const faults: readonly Fault[] = [
  { name: 'client killed while it talks to the server', wire: 'client', strike: killClient },
  { name: 'client killed while the server works', wire: 'database', strike: killClient },
  { name: 'server killed while a client talks to it', wire: 'client', ...killServer },
  { name: 'server killed while it talks to PostgreSQL', wire: 'database', ...killServer },
  { name: 'both servers killed', wire: 'database', ...killBoth },
  {
    name: 'postmaster killed',
    wire: 'database',
    strike: ({ site }) => site.postgres.kill('SIGKILL'),
    mend: ({ site }) => site.postgres.restart(),
  },
  { name: 'session of PostgreSQL killed', wire: 'database', strike: killSession },
  { name: 'client cut off', wire: 'client', ...cut('client') },
  { name: 'PostgreSQL cut off', wire: 'database', ...cut('database') },
  { name: 'client stalled', wire: 'client', ...stall('client') },
  { name: 'PostgreSQL stalled', wire: 'database', ...stall('database') },
  { name: 'client on a slow link', wire: 'client', ...slow('client') },
  { name: 'PostgreSQL on a slow link', wire: 'database', ...slow('database') },
  { name: 'lease stolen from a server at work', wire: 'database', strike: stealLease },
  {
    name: 'server frozen until its lease was stolen',
    wire: 'database',
    strike: async (scene) => {
      process.kill(scene.site.at.server.pid, 'SIGSTOP');
      try {
        return await stealLease(scene);
      } finally {
        process.kill(scene.site.at.server.pid, 'SIGCONT');
      }
    },
  },
  {
    name: 'the same file from a second client',
    wire: 'client',
    strike: async ({ secondClient }) => secondClient(),
  },
];

/** PostgreSQL ends all its sessions and recovers, when one of them dies so. */
async function killSession({ site }: Scene): Promise<void> {
  const [session] = await site.ask<{ pid: number }>(`
    select pid from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()
    order by xact_start nulls last, pid limit 1`);
  if (session) process.kill(session.pid, 'SIGKILL');
}

/** As if its holder had not renewed it in time; done when the other server has taken the job. False when there is none. */
async function stealLease({ site, tenant }: Scene): Promise<boolean> {
  const stolen = await site.ask<{ id: string; lease_token: string }>(
    `update jobs set lease_until = now() - interval '1 minute'
     where state = 'running' and tenant_id = (select id from tenants where slug = $1) returning id, lease_token`,
    [tenant],
  );
  for (const { id, lease_token } of stolen) {
    const held = () =>
      site.ask(
        `select 1 from jobs where id = $1 and lease_token = $2 and state = 'running' and lease_until < now()`,
        [id, lease_token],
      );
    for (const deadline = Date.now() + 60_000; (await held()).length > 0; await sleep(20)) {
      if (Date.now() > deadline) throw new Error('nobody takes over a job whose lease has run out');
    }
  }
  return stolen.length > 0;
}

/** What waits for a time to pass does not wait: leases of the dead run out, and a job is tried again, at once. */
export async function passTime(site: Site): Promise<void> {
  await site.ask(`
    update jobs set run_at = least(run_at, now()), lease_until = now() - interval '1 minute'
    where state in ('queued', 'running')`);
}
