// Rules about text that no linter knows, over every file in git.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const code = /\.[cm]?[jt]sx?$/;
const test = /\.test\.[cm]?[jt]sx?$/;
const generated = /^openapi\/dist\/|\/generated\//;
const longestLine = 150;

/** `text` decides about one line; `files` and `except` about paths. */
const rules = [
  {
    name: 'a path of one machine: make it relative, or take it from a setting',
    text: /(?<![\w.$}-])\/(?:work|farm|root|builds|Users)\/[\w.-]|\/home\/[\w.-]+\/|[A-Z]:\\Users\\|\/tmp\/bash_jobs/,
  },
  {
    name: 'a registry host: packages are named, never where they were fetched',
    text: /\bregistry\.(?:npmjs|yarnpkg)\b|\bdeb\.debian\.org\b|\bproxy\.golang\b|\bfiles\.pythonhosted\b|\bcrates\.io\b|\brepo1?\.maven\b/,
  },
  {
    name: 'a download host in the lock file: keep omit-lockfile-registry-resolved=true in .npmrc and write the lock anew',
    files: /(?:^|\/)package-lock\.json$/,
    text: /"resolved": "[a-z+]+:/,
  },
  { name: 'a merge marker', text: /^(?:<{7}|>{7}|\|{7})(?: |$)/ },
  {
    name: 'a test that is left out or runs alone',
    files: test,
    text: /\b(?:it|test|describe|suite|bench)(?:\.\w+)*\.(?:skip|only|todo|fails)\b|\bx(?:it|describe)\(/,
  },
  {
    name: `a line of over ${longestLine} characters`,
    files: code,
    except: generated,
    text: new RegExp(`^.{${longestLine + 1},}$`, 'u'),
  },
];

const faults = trackedFiles().flatMap((path) => {
  const content = readFileSync(path, 'utf8');
  const applying = rules.filter((rule) => (rule.files ?? /./).test(path) && !rule.except?.test(path));

  // A null character: not text.
  return content.includes('\0')
    ? []
    : content.split(/\r?\n/).flatMap((line, index) => faultsOf(line, path, index + 1, applying));
});

process.stdout.write(faults.map((fault) => `${fault}\n`).join(''));
process.exitCode = faults.length > 0 ? 1 : 0;

function faultsOf(line, path, number, applying) {
  return applying
    .filter((rule) => rule.text.test(line))
    .map((rule) => `${path}:${number} ${rule.name}\n    ${line.trim().slice(0, 100)}`);
}

/** What git knows of, less what is deleted but not yet committed. */
function trackedFiles() {
  const listed = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return listed.split('\0').filter((path) => path && existsSync(path));
}
