// Writes the generated files anew and fails when one differs from what was there, or is not in git. The comparison is with the
// working tree, not with the last commit: a change of the contract can be checked before it is committed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const folders = ['openapi/dist', 'packages/sdk/src/generated'];

const before = snapshot();
run('npm', ['run', '--silent', 'generate']);
const after = snapshot();

const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
const faults = paths.flatMap((path) => {
  if (before.get(path) === after.get(path)) {
    return [];
  }
  const what = !before.has(path)
    ? 'was missing'
    : after.has(path)
      ? 'was out of date'
      : 'is no longer generated';
  return [`${path} ${what}`];
});

const untracked = run('git', ['ls-files', '--others', '--exclude-standard', '--', ...folders])
  .split('\n')
  .filter(Boolean);
faults.push(...untracked.map((path) => `${path} is not in git`));

process.stdout.write(faults.map((fault) => `${fault}\n`).join(''));
process.exitCode = faults.length > 0 ? 1 : 0;

function snapshot() {
  const files = folders.flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [],
  );
  return new Map(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );
}

function run(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    process.stdout.write(`${command} ${args.join(' ')} failed\n${result.stdout ?? ''}${result.stderr ?? ''}`);
    process.exit(1);
  }
  return result.stdout;
}
