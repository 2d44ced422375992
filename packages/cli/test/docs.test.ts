import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TOPICS } from '../src/commands/help/topics.ts';
import type { ErpCommand } from '../src/erp-command.ts';
import { EXIT } from '../src/exits.ts';
import { createProgram } from '../src/program.ts';
import { erp } from './erp.ts';

const docs = new URL('../../../docs/', import.meta.url);

const HEAD = `# Commands

What \`erp --help\` and the help of each command print, on one page. Written by
\`npx vitest run packages/cli/test/docs.test.ts -u\`; do not edit.`;

/** A line that ends the help of every command; here it is said once. */
const SHARED = '\nOptions for every command: erp --help';

/** What `--help` of a command prints, at a fixed width. */
function helpOf(command: ErpCommand): string {
  let text = '';
  command.configureOutput({
    getOutHelpWidth: () => 80,
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();

  return text;
}

async function pageOf(program: ErpCommand): Promise<string> {
  for (const noun of program.below) await noun.complete();

  const sections = [HEAD, block('erp', 2, helpOf(program))];
  const add = (command: ErpCommand, depth: number) => {
    sections.push(block(command.path, depth, helpOf(command).replace(SHARED, '')));
    for (const child of command.below) add(child, 3);
  };
  for (const noun of program.below) add(noun, 2);

  sections.push('## Topics');
  for (const [name, text] of Object.entries(TOPICS)) sections.push(block(`erp help ${name}`, 3, text));

  return `${sections.join('\n\n')}\n`;
}

const block = (title: string, depth: number, text: string): string =>
  `${'#'.repeat(depth)} ${title}\n\n\`\`\`text\n${text.trim()}\n\`\`\``;

test('docs.commands is what the help of every command says', async () => {
  await expect(await pageOf(createProgram())).toMatchFileSnapshot(new URL('commands.md', docs).pathname);
});

test('docs.commands is what the built program prints', async () => {
  const page = await pageOf(createProgram());

  for (const words of [['entry', 'post'], ['report', 'trial-balance'], ['exit-codes']]) {
    const { stdout } = await erp(['help', ...words]);
    expect(page).toContain(stdout.replace(SHARED, '').trim());
  }
});

test('docs.errors has the exit codes of the program, in its own words', () => {
  const page = readFileSync(new URL('errors.md', docs), 'utf8');
  const documented = [...page.matchAll(/^\| (\d+) +\| (.+?) +\|$/gm)].map(([, code, text]) => [
    Number(code),
    text,
  ]);

  const said = [...(TOPICS['exit-codes'] ?? '').matchAll(/^ +(\d+) {2}(.+)$/gm)];
  expect(documented).toEqual(said.map(([, code, text]) => [Number(code), text]));
  expect(documented.map(([code]) => code)).toEqual(Object.values(EXIT));
});
