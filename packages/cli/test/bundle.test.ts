import { type ExecFileException, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../scripts/bundle.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'erp-cli-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function bundle(): Promise<number> {
  const child = spawn(process.execPath, [SCRIPT, folder], { stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as [number];
  return code;
}

/** What the bundled program says about itself, help of a command included: that is many chunks. */
async function run(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(folder, 'main.js'),
    'help',
    'exit-codes',
  ]).catch((error: ExecFileException) => ({ stdout: String(error.stderr) }));
  return stdout;
}

test('bundle: the program runs at every moment while two of them write it anew', async () => {
  expect(await bundle()).toBe(0);
  const said = await run();
  expect(said).toMatch(/^Exit codes/);

  let ended = false;
  const both = Promise.all([bundle(), bundle()]).finally(() => {
    ended = true;
  });
  while (!ended) expect(await run()).toBe(said);

  expect(await both).toEqual([0, 0]);
  expect(readdirSync(folder).sort()).toEqual(['chunks', 'main.js', 'main.js.map']);
});

test('bundle: chunks of long ago go, those of a program that may be running stay', async () => {
  const old = join(folder, 'chunks', 'old-12345678.js');
  const recent = join(folder, 'chunks', 'recent-12345678.js');
  const abandoned = join(folder, 'next-abandoned');
  writeFileSync(old, '');
  writeFileSync(recent, '');
  mkdirSync(abandoned);

  const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
  utimesSync(old, longAgo, longAgo);
  utimesSync(abandoned, longAgo, longAgo);
  expect(await bundle()).toBe(0);

  expect([old, recent, abandoned].map((path) => existsSync(path))).toEqual([false, true, false]);
});
