import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  documentOf,
  type ErpProcess,
  type Receipt,
  type Refusal,
  type Run,
  startErp,
} from '../erp-process.ts';
import type { Installation } from '../installation.ts';

/** Somebody who has a file and imports it until that is done, whatever happens meanwhile. */
export interface User {
  /** The command that runs, or the next one. */
  command(): ErpProcess;
  /** Whether the last command has said that the file is in the books. */
  isDone(): boolean;
  /** The receipt, unless it was another command that got it. */
  receipt(): Receipt | undefined;
  /** Takes the next command to another machine: another home, and a copy of the file. */
  move(): void;
  /** The next command finds the disk of its machine full. */
  fillDisk(): void;
  /** Everything that was run and what came of it, for who reads a failure. */
  story(): string;
}

export interface UserOptions {
  readonly at: Installation;
  readonly url: string;
  readonly tenant: string;
  readonly file: string;
  /** Id of the newest import of the tenant that has not ended, as the server knows it. */
  unfinished(): Promise<string | undefined>;
}

let machines = 0;

export function importer({ at, url, tenant, file, unfinished }: UserOptions): User {
  const told: string[] = [];
  let place = newMachine(at.folder);
  let path = file;
  let args = ['import', 'ledger', file];
  let running: ErpProcess | undefined;
  let done = false;
  let moving = false;
  let isDiskFull = false;
  let receipt: Receipt | undefined;

  function begin(): ErpProcess {
    const words = [...args, '-o', 'json'];
    const env = { ...place.env, ERP_URL: url, ERP_API_KEY: at.server.apiKey, ERP_TENANT: tenant };
    const started = startErp(words, { cwd: place.folder, env, isDiskFull });
    isDiskFull = false;
    const ended = started.ended.then(async (run) => {
      await heed(run, words);
      running = undefined;
      return run;
    });
    return { kill: started.kill, ended };
  }

  async function heed(run: Run, words: readonly string[]): Promise<void> {
    const refusal = run.code === null || run.code === 0 ? undefined : documentOf<Refusal>(run).error;
    told.push(
      `erp ${words.join(' ')} -> ${run.code}${refusal ? ` ${refusal.code}: ${refusal.message}` : ''}`,
    );
    if (refusal?.code === 'internal') throw new Error(`a fault of the server's own:\n${told.join('\n')}`);

    if (run.code === 0) receipt = documentOf<Receipt>(run);
    done = run.code === 0 || refusal?.code === 'already_imported';
    // No note: the command ended before it was written, or the import has ended.
    const isUnknownHere = refusal?.code === 'usage' && args[1] === 'resume';
    args = isUnknownHere ? ['import', 'ledger', path] : ['import', 'resume'];
    if (moving) await moveOn();
  }

  async function moveOn(): Promise<void> {
    moving = false;
    const id = await unfinished();
    place = newMachine(at.folder);
    path = join(place.folder, 'copy.csv');
    copyFileSync(file, path);
    args = id ? ['import', 'resume', id, '--file', path] : ['import', 'ledger', path];
  }

  return {
    command: () => {
      running ??= begin();
      return running;
    },
    isDone: () => done,
    receipt: () => receipt,
    move: () => {
      moving = true;
    },
    fillDisk: () => {
      isDiskFull = true;
    },
    story: () => told.join('\n'),
  };
}

/** A home of its own, with no note of any import. */
function newMachine(folder: string) {
  const home = join(folder, `machine-${machines++}`);
  mkdirSync(home);
  return {
    folder: home,
    env: {
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_STATE_HOME: join(home, 'state'),
    },
  };
}
