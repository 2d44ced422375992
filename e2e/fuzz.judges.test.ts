import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readers } from '@erp/ledger';
import { build } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// Each format reads so many inputs, in processes with little memory. `FUZZ_SEED` chooses others; a failure names the variables
// with which `npx vitest run codecs/fuzz` reads the one input again.
const inputs = Number(process.env['FUZZ_RUNS'] ?? 20_000);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_250_310);
const formats = Object.keys(readers).filter((name) => (process.env['FUZZ_FORMAT'] ?? name) === name);
const processes = 2;
/** Megabytes: of the heap, and at most of the whole process. */
const heap = 128;
const most = 400;
/** Ten inputs that take longer do not end. */
const patience = 120_000;

interface Report {
  readonly read: number;
  readonly refused: number;
  readonly faulty: number;
  readonly memory: number;
  readonly cpu: number;
  readonly slowest: { readonly before: number; readonly cpu: number };
}

const folder = mkdtempSync(join(tmpdir(), 'erp-fuzz-'));
const worker = join(folder, 'worker.mjs');

beforeAll(async () => {
  await build({
    input: fileURLToPath(new URL('../packages/ledger/test/fuzz/worker.ts', import.meta.url)),
    platform: 'node',
    resolve: { conditionNames: ['@erp/source', 'import'] },
    output: { file: worker, format: 'esm' },
    logLevel: 'silent',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(formats)('%s.read', (format) => {
  test(`${format}.read: ${inputs} damaged and invented files end in rows, faults or a refusal (seed ${seed})`, {
    timeout: patience + inputs * 50,
  }, async () => {
    const share = Math.ceil(inputs / processes);
    const shares = Array.from({ length: processes }, (_, at) => ({ from: at * share, to: (at + 1) * share }));
    const reports = await Promise.all(shares.map((range) => fuzzed({ format, seed, ...range })));

    for (const { read, refused, faulty, memory, cpu, slowest } of reports) {
      process.stdout.write(
        `${format}, seed ${seed}: ${read} read, ${faulty} with rejects, ${refused} refused; ${cpu} s of CPU, ${memory} MB; ` +
          `slowest ten before ${slowest.before}: ${slowest.cpu} ms\n`,
      );
      expect(read + refused + faulty).toBe(share);
      expect(memory).toBeLessThan(most);
    }
  });
});

function fuzzed(range: { format: string; seed: number; from: number; to: number }): Promise<Report> {
  const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, worker, JSON.stringify(range)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let last = '';
  let rest = '';
  let errors = '';
  const stop = () => child.kill('SIGKILL');
  let watch = setTimeout(stop, patience);

  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    last = lines.at(-1) ?? last;
    clearTimeout(watch);
    watch = setTimeout(stop, patience);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });

  return new Promise((resolve, reject) => {
    child.once('close', (code, signal) => {
      clearTimeout(watch);
      if (code === 0) resolve(JSON.parse(last) as Report);
      else
        reject(new Error(`${JSON.stringify(range)} ended with ${signal ?? code} behind ${last}: ${errors}`));
    });
  });
}
