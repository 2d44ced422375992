import type { LocalBody } from '../../context.ts';
import type { ErpCommand } from '../../erp-command.ts';
import { UsageError } from '../../failure.ts';
import { nearest } from '../../nearest.ts';
import { TOPICS } from './topics.ts';

const help: LocalBody<object, string[]> = async ({ command }, _, ...words) => {
  const [topic] = words;
  if (topic !== undefined && words.length === 1 && Object.hasOwn(TOPICS, topic)) {
    return { text: TOPICS[topic] ?? '' };
  }

  return { text: await commandHelp(command.root, words) };
};

/** The help of a command, as its `--help` prints it. */
async function commandHelp(root: ErpCommand, words: readonly string[]): Promise<string> {
  let command = root;

  for (const word of words) {
    const next = command.below.find((candidate) => candidate.name() === word);
    if (!next) throw unknownWord(command, word);

    command = next;
    await command.complete();
  }

  return helpTextOf(command);
}

/** Everything that commander would print, what is added before and after included. */
function helpTextOf(command: ErpCommand): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();

  return text;
}

function unknownWord(command: ErpCommand, word: string): UsageError {
  const names = command.below.map((candidate) => candidate.name());
  const topics = command.parent === null ? Object.keys(TOPICS) : [];
  const meant = nearest(word, [...names, ...topics]);

  return new UsageError(
    `there is no help on "${word}"${meant ? `; did you mean ${meant}?` : ''}`,
    meant ? `erp help ${meant}` : 'erp --help',
    [`Topics: ${Object.keys(TOPICS).join(', ')}`],
  );
}

export default help;
