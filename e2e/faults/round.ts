import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateLedger, randomFrom } from '../generated-ledger.ts';
import { expectOnce } from './books.ts';
import { type Fault, faults, passTime, type Scene } from './faults.ts';
import type { Site } from './site.ts';
import { importer, type User } from './user.ts';

/** Bytes on each wire for a line of a file, as an import that nothing happens to has them. */
export type Traffic = Readonly<Record<Fault['wire'], number>>;

const linesAtLeast = 100;
const linesAtMost = 1_200;
const faultsOfRound = 5;
/** In peace one command may find no note, the next one that all is written. */
const commandsInPeace = 4;

/** How much passes on the wires while a file is imported that nothing happens to. */
export async function trafficOf(site: Site): Promise<Traffic> {
  const ledger = generateLedger({ lines: linesAtMost });
  const { tenant, user } = await begin(site, ledger.csv, 'peace');
  const { client, database } = site.wires;
  const before = [client.passed(), database.passed()] as const;

  await user.command().ended;
  await expectOnce(site, tenant, ledger, user.story());
  return {
    client: (client.passed() - before[0]) / ledger.lines,
    database: (database.passed() - before[1]) / ledger.lines,
  };
}

/**
 * A file is imported into a tenant of its own while one fault after the other falls on it, then left in peace until it is done.
 * Throws unless its books then hold the file once. Returns the faults that met it before it was committed.
 */
export async function importUnderFaults(site: Site, traffic: Traffic, seed: number): Promise<string[]> {
  const random = randomFrom(seed);
  const ledger = generateLedger({ lines: linesAtLeast + random(linesAtMost - linesAtLeast) });
  const { tenant, user, second } = await begin(site, ledger.csv, `seed-${seed}`);
  const others: User[] = [];
  const met: string[] = [];

  for (let n = 0; n < faultsOfRound && !user.isDone(); n += 1) {
    const fault = faults[random(faults.length)] as Fault;
    // Of what passes in peace; what is on the wire in vain after a fault comes to it.
    const bytes = random(Math.ceil(traffic[fault.wire] * ledger.lines * 0.8));
    const [fills, moves] = [random(8) === 0, random(4) === 0];
    if (fills) await onFullDisk();
    if (moves) user.move();
    if (!user.isDone()) await fall(fault, bytes);
  }

  await Promise.all([site.links.client.heal(), site.links.database.heal()]);
  for (const each of [user, ...others]) await inPeace(site, each, seed);
  await expectOnce(site, tenant, ledger, story());
  return met;

  async function onFullDisk(): Promise<void> {
    await user.command().ended;
    if (user.isDone()) return;
    user.fillDisk();
    await user.command().ended;
    met.push('disk of the client full');
  }

  async function fall(fault: Fault, bytes: number): Promise<void> {
    const command = user.command();
    const scene: Scene = { site, tenant, command, secondClient: () => others.push(second()) };
    let striking: Promise<boolean> | undefined;

    const strike = async () => !(await isCommitted(site, tenant)) && (await fault.strike(scene)) !== false;
    const trap = site.wires[fault.wire].trap(bytes, async () => {
      striking = strike();
      await striking;
    });
    await Promise.race([trap.sprung, command.ended]);
    trap.remove();
    if (!(await striking)) return;

    met.push(fault.name);
    await fault.mend?.(scene);
    await passTime(site);
  }

  function story(): string {
    const all = [user, ...others].map((each) => each.story()).join('\n');
    return `ERP_TEST_SEED=${seed}, met: ${met.join(', ')}\n${all}`;
  }
}

/** Kills the server for good while a job of it runs. Nobody helps: the lease must run out by itself. */
export async function leaseOfTheDead(site: Site, traffic: Traffic): Promise<void> {
  const ledger = generateLedger({ lines: linesAtMost });
  const { tenant, user } = await begin(site, ledger.csv, 'dead');
  const ask = (text: string) => site.ask<{ token: string }>(`${text} ${ofTenant}`, [tenant]);
  const ofTenant = 'and tenant_id = (select id from tenants where slug = $1)';

  let held: { token: string }[] = [];
  for (let bytes = traffic.database * ledger.lines * 0.5; held.length === 0; bytes = 500) {
    const command = user.command();
    const trap = site.wires.database.trap(bytes, async () => {
      held = await ask(`select lease_token as token from jobs where state = 'running'`);
      if (held.length > 0) await site.at.server.end('SIGKILL');
    });
    await Promise.race([trap.sprung, command.ended]);
    trap.remove();
    if (user.isDone()) throw new Error(`done before a job was seen at work:\n${user.story()}`);
  }

  // The command has no server; the next one finds a server, and the job where the dead one left it.
  await user.command().ended;
  await site.at.server.start();
  for (let n = 0; n < commandsInPeace && !user.isDone(); n += 1) await user.command().ended;
  await expectOnce(site, tenant, ledger, user.story());
}

async function begin(site: Site, csv: string, name: string) {
  const tenant = `books-${name}`;
  await site.at.createTenant(tenant);
  const file = join(site.at.folder, `${name}.csv`);
  writeFileSync(file, csv);

  const options = {
    ...{ at: site.at, url: site.url, tenant, file },
    unfinished: async () => (await unfinished(site, tenant))?.id,
  };
  return {
    tenant,
    user: importer(options),
    second: () => {
      const other = importer(options);
      other.command();
      return other;
    },
  };
}

async function inPeace(site: Site, user: User, seed: number): Promise<void> {
  for (let n = 0; n < commandsInPeace && !user.isDone(); n += 1) {
    await passTime(site);
    await user.command().ended;
  }
  if (!user.isDone())
    throw new Error(`ERP_TEST_SEED=${seed}, left in peace it does not end:\n${user.story()}`);
}

async function isCommitted(site: Site, tenant: string): Promise<boolean> {
  const found = await site.ask(
    `select 1 from imports where state = 'committed' and tenant_id = (select id from tenants where slug = $1)`,
    [tenant],
  );
  return found.length > 0;
}

async function unfinished(site: Site, tenant: string): Promise<{ id: string } | undefined> {
  const [found] = await site.ask<{ id: string }>(
    `select id from imports where state in ('receiving', 'validating', 'valid', 'committing')
       and tenant_id = (select id from tenants where slug = $1) order by created_at desc limit 1`,
    [tenant],
  );
  return found;
}
