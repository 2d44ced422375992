import { setTimeout as sleep } from 'node:timers/promises';
import type { Erp } from '@erp/sdk';
import type { ErpProcess, Run } from './erp-process.ts';
import type { Installation } from './installation.ts';

/** Something that is killed while an import runs. */
export interface Blow {
  readonly victim: string;
  /** When it falls: milliseconds after the command has begun with one of these phases, or with any. */
  readonly after: { readonly phases?: readonly string[]; readonly milliseconds: number };
  /** Kills it with SIGKILL; when this returns, what was killed is back, or ended where it is the command itself. */
  strike(running: ErpProcess): Promise<void>;
}

/** What a blow met. */
export interface Met {
  readonly victim: string;
  /** State of the import once what was killed is back, which may have gone on with it; null when there was none yet. */
  readonly state: string | null;
  /** Whether the import was not committed yet when the blow fell. */
  readonly inTime: boolean;
  /** Exit code of the command: null when the blow was for itself, undefined when it went on. */
  readonly code: number | null | undefined;
}

/**
 * Imports a file while one thing after the other is killed. A command that ends by a blow is followed by `erp import resume`,
 * one that survives it is hit again. Returns what each blow met, and how the last command ended, which was left in peace from
 * then on. Blows that are left when the import is done fall on nothing, and are not returned.
 */
export async function importUnderFire(
  at: Installation,
  tenant: string,
  file: string,
  blows: readonly Blow[],
): Promise<{ met: Met[]; last: Run }> {
  const met: Met[] = [];
  let command = begin(at, tenant, ['import', 'ledger', file]);

  for (const { victim, after, strike } of blows) {
    if (command.run()?.code === 0) break;
    if (command.run()) command = begin(at, tenant, ['import', 'resume']);

    const { running, phase } = command;
    await Promise.race([phase.begun(after.phases).then(() => sleep(after.milliseconds)), running.ended]);
    if (command.run()?.code === 0) break;

    const struckAt = Date.now();
    await strike(running);
    const session = await newestImport(at.sdk(tenant));
    const committedAt = session?.committedAt ? Date.parse(session.committedAt) : Number.POSITIVE_INFINITY;
    const code = command.run()?.code;
    met.push({ victim, state: session?.state ?? null, inTime: committedAt > struckAt, code });
  }

  const run = await command.running.ended;
  return { met, last: run.code === 0 ? run : await at.run(['import', 'resume', '-o', 'jsonl'], { tenant }) };
}

/** A command with its events, and how it has ended if it has. */
function begin(at: Installation, tenant: string, args: readonly string[]) {
  const phase = watch();
  const running = at.start([...args, '-o', 'jsonl'], { tenant, heard: phase.heard });
  let run: Run | undefined;
  running.ended.then((ended) => {
    run = ended;
  });

  return { running, phase, run: () => run };
}

/** How long an import takes that nothing happens to, in milliseconds: until it sends, and from there to its end. */
export async function timeOfImport(
  at: Installation,
  tenant: string,
  file: string,
): Promise<{ sending: number; working: number }> {
  const { running, phase } = begin(at, tenant, ['import', 'ledger', file]);
  const moments: number[] = [];
  for (const name of ['Sending', 'Reading']) {
    await Promise.race([phase.begun([name]), running.ended]);
    moments.push(performance.now());
  }
  const { code, stderr } = await running.ended;
  if (code !== 0) {
    throw new Error(`undisturbed, it ended with ${code}: ${stderr}\n${at.server.said().slice(-2000)}`);
  }

  const [sending = 0, working = 0] = moments;
  return { sending: working - sending, working: performance.now() - working };
}

/** Listens to the events of `-o jsonl`. */
function watch() {
  let text = '';
  const waiting = new Set<() => void>();

  return {
    heard: (part: string) => {
      text += part;
      for (const look of waiting) look();
    },
    begun: (phases?: readonly string[]) =>
      new Promise<void>((resolve) => {
        const signs = phases?.map((phase) => `"phase":"${phase}"`) ?? ['"event"'];
        const look = () => {
          if (!signs.some((sign) => text.includes(sign))) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

async function newestImport(erp: Erp) {
  const { items } = await erp.imports.list({ limit: 1 });
  return items[0];
}
