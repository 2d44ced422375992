// `npm run check`: everything about the source that needs no running product. All steps run even if one fails; `--report FILE`
// also writes the counts as JSON, for .ci/run.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const node = process.execPath;
const bin = (name) => [node, [`node_modules/${name}`]];

const steps = [
  {
    name: 'format and lint',
    command: bin('@biomejs/biome/bin/biome'),
    args: ['check', '--error-on-warnings', '.'],
    remedy: 'npx biome check --write . mends what is safe to mend; the rest is named above',
  },
  {
    name: 'types',
    command: bin('typescript/bin/tsc'),
    args: [],
    remedy: 'mend the errors named above; after a change of openapi/, npm run generate first',
  },
  {
    name: 'unused code',
    command: bin('knip/bin/knip.js'),
    args: ['--no-progress'],
    remedy: 'remove what nothing uses, or add the missing dependency to the package.json of its package',
  },
  {
    name: 'generated files',
    command: [node, ['scripts/check-generated.mjs']],
    args: [],
    remedy: 'npm run generate, then commit openapi/dist and packages/sdk/src/generated',
  },
  {
    name: 'text',
    command: [node, ['scripts/check-text.mjs']],
    args: [],
    remedy: 'each line above names its file, its line and the rule',
  },
];

const failed = steps.filter((step) => !run(step));

for (const { name, remedy } of failed) {
  process.stdout.write(`\n${name} failed: ${remedy}\n`);
}

const reportFlag = process.argv.indexOf('--report');
if (reportFlag !== -1) {
  const report = {
    numPassedTests: steps.length - failed.length,
    numFailedTests: failed.length,
    numPendingTests: 0,
  };
  writeFileSync(process.argv[reportFlag + 1], JSON.stringify(report));
}
process.exitCode = failed.length > 0 ? 1 : 0;

/** One line with the time it took; what the command said only when it failed. */
function run({ name, command: [program, first], args }) {
  const started = performance.now();
  const result = spawnSync(program, [...first, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);

  const passed = result.status === 0;
  process.stdout.write(`${passed ? '✔' : '✖'} ${name.padEnd(18)}${seconds} s\n`);
  if (!passed) {
    process.stdout.write(`${result.error?.message ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}\n`);
  }
  return passed;
}
