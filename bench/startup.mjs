// What a command costs before it does anything, and what a page pays for one operation of the SDK.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const runs = 21;
const root = fileURLToPath(new URL('../', import.meta.url));

/** @returns {Promise<import('./table.mjs').Row[]>} */
export async function benchStart() {
  const nothing = [];
  const version = [];
  // In turn, so that a slow moment of the machine falls on both.
  for (let i = 0; i < runs; i++) {
    nothing.push(seconds(['-e', '0']));
    version.push(seconds([join(root, 'node_modules/.bin/erp'), '--version']));
  }
  const ratio = median(version) / median(nothing);
  return [
    { what: '`erp --version` to `node -e 0`', measured: `${ratio.toFixed(2)} x`, aim: 'at most 1.5 x' },
    {
      what: 'SDK with one operation, gzipped',
      measured: `${((await sdkBytes()) / 1000).toFixed(1)} KB`,
      aim: 'at most 9 KB',
    },
  ];
}

/** @param {string[]} args */
function seconds(args) {
  const started = performance.now();
  const { status } = spawnSync('node', args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return (performance.now() - started) / 1000;
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function sdkBytes() {
  const folder = mkdtempSync(join(root, 'bench/.sdk-'));
  try {
    const input = join(folder, 'input.mjs');
    const file = join(folder, 'output.mjs');
    writeFileSync(
      input,
      "import { accounts, createClient } from '@erp/sdk';\nglobalThis.list = () => accounts.list(createClient({ baseUrl: '', auth: '' }));\n",
    );
    const bundle = await rolldown({ input, platform: 'browser', logLevel: 'silent' });
    await bundle.write({ file, minify: true });
    await bundle.close();
    return gzipSync(readFileSync(file), { level: 9 }).length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
