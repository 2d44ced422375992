import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CommandNode, commandTree } from '../src/command-tree.ts';
import { createProgram, NOUN_GROUPS } from '../src/program.ts';
import { VERSION } from '../src/version.ts';
import { erp } from './erp.ts';

let tree: CommandNode[];

beforeAll(async () => {
  tree = await commandTree(createProgram());
});

test('--version is that of the package', async () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };

  expect(VERSION).toBe(manifest.version);
  expect(await erp(['--version'])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
  expect(JSON.parse((await erp(['--version', '-o', 'json'])).stdout)).toEqual({ text: VERSION });
});

test('--help is the page that a reviewer sees here, below 60 lines', async () => {
  const { code, stdout, stderr } = await erp(['--help']);

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.split('\n').length).toBeLessThan(60);
  await expect(stdout).toMatchFileSnapshot('snapshots/help.txt');
  expect((await erp(['help'])).stdout).toBe(stdout);
});

test('the tree of commands is the one that a reviewer sees here', async () => {
  const shown = tree
    .map(({ path, arguments: args, flags }) => [
      `erp ${path}`.trim(),
      ...args.map((name) => `<${name}>`),
      ...flags,
    ])
    .map((words) => words.join(' '))
    .join('\n');

  await expect(`${shown}\n`).toMatchFileSnapshot('snapshots/commands.txt');
});

test('every command has a description and every verb an example that names it', async () => {
  const root = createProgram();
  for (const noun of root.below) await noun.complete();
  const leaves = root.below.flatMap((noun) => leavesOf(noun));

  for (const leaf of leaves) {
    expect(leaf.description(), leaf.path).not.toBe('');
    expect(leaf.examples[0], leaf.path).toMatch(new RegExp(`^${leaf.path}\\b`));
  }

  function leavesOf(command: (typeof root.below)[number]): (typeof root.below)[number][] {
    return command.below.length === 0 ? [command] : command.below.flatMap(leavesOf);
  }
});

test('--help of a command: needed arguments, examples, no options of all', async () => {
  const { stdout } = await erp(['tenant', 'create', '--help']);

  expect(stdout).toContain('Usage: erp tenant create <slug> [options]');
  expect(stdout).toContain('--registration-number <number>');
  expect(stdout).toContain('Examples:\n  erp tenant create acme --name "Acme SARL"');
  expect(stdout).not.toContain('--expect-tenant');
  expect((await erp(['help', 'tenant', 'create'])).stdout).toBe(stdout);
});

test.each(['exit-codes', 'environment', 'formats'])('help %s', async (topic) => {
  const run = await erp(['help', topic]);

  expect(run.code).toBe(0);
  expect(run.stdout.length).toBeGreaterThan(300);
  expect(JSON.parse((await erp(['help', topic, '-o', 'json'])).stdout)).toEqual({
    text: run.stdout.trimEnd(),
  });
});

describe('completion', () => {
  /** What bash would offer after these words. */
  async function offered(words: readonly string[]): Promise<string[]> {
    const { stdout } = await erp(['completion', 'bash']);
    const line = `COMP_WORDS=(erp ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _erp`;
    const output = execFileSync('bash', ['-c', `${stdout}\n${line}; printf '%s\\n' "\${COMPREPLY[@]}"`]);

    return output.toString().trim().split('\n');
  }

  test('completion bash: nouns, verbs and flags, past the values of options', async () => {
    expect(await offered(['ten'])).toEqual(['tenant']);
    expect(await offered(['tenant', 'up'])).toEqual(['update']);
    expect(await offered(['--url', 'http://x', 'tenant', 'update', '--reg'])).toEqual([
      '--registration-number',
    ]);
    expect(await offered(['dimension', 'value', 'cr'])).toEqual(['create']);
  });

  test.each(['bash', 'zsh', 'fish', 'powershell'])('completion %s names every command', async (shell) => {
    const { stdout } = await erp(['completion', shell]);
    const nouns = NOUN_GROUPS.flatMap((group) => group.nouns);

    for (const { name } of nouns) expect(stdout).toContain(name);
    expect(stdout).toContain(shell === 'fish' ? '-l registration-number' : '--registration-number');
  });
});
