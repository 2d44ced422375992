import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServerProcess, startServer } from './server-process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Milliseconds for a block: some commands, each a process of its own, on a machine that does other things too. */
const blockWithin = 120_000;

/** What a reader types before the rest can be tried: here the clone is there, and so is the server. */
const alreadyDone = /^(git clone|npm run|npx erp-server) /;

interface Block {
  /** Line of the page that the block begins on. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** What the page says that it prints, when an `output` block comes next. */
  readonly output: string | undefined;
}

/** The blocks of a page that can be run: `bash` and `js`. */
function blocksOf(page: string): Block[] {
  const text = readFileSync(join(root, page), 'utf8');
  const fences = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)];

  return fences.flatMap(({ index, 1: language = '', 2: content = '' }, i) => {
    if (language !== 'bash' && language !== 'js') return [];

    const left = content.split('\n').filter((line) => !alreadyDone.test(line));
    if (left.join('') === '') return [];

    const next = fences[i + 1];
    return [
      {
        line: text.slice(0, index).split('\n').length,
        language,
        text: left.join('\n'),
        output: next?.[1] === 'output' ? next[2] : undefined,
      },
    ];
  });
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly said: string;
}

function run(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, said }));
  });
}

let folder: string;
let server: ServerProcess;
let environment: NodeJS.ProcessEnv;

// A folder that looks like a clone from where the reader stands, and a server with nothing in it.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'erp-readme-'));
  for (const name of ['examples', 'node_modules']) symlinkSync(join(root, name), join(folder, name));
  server = await startServer(folder);
  environment = {
    PATH: `${join(root, 'node_modules', '.bin')}:${process.env['PATH']}`,
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'server-home'),
  };
});

afterAll(async () => {
  await server.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['README.md', 'docs/ledger.md', 'docs/operations.md'])('%s', (page) => {
  test.each(blocksOf(page))('line $line does what it says', { timeout: blockWithin }, async (block) => {
    const ended =
      block.language === 'js'
        ? await runProgram(block.text)
        : await run('bash', ['-c', `set -euo pipefail\nnpx() { "$@"; }\n${block.text}`], folder, environment);

    expect(ended.code, ended.said).toBe(0);
    if (block.output !== undefined) expect(ended.stdout.replaceAll('\r', '')).toBe(block.output);
  });

  function runProgram(text: string): Promise<Ended> {
    writeFileSync(join(folder, 'program.mjs'), text);
    const keys = { ERP_URL: server.url, ERP_API_KEY: server.apiKey };
    return run(process.execPath, ['program.mjs'], folder, { ...environment, ...keys });
  }
});

test('README.md shows the way in an hour: below 120 lines', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThan(120);
});
