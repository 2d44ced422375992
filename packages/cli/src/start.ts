import { CommanderError } from 'commander';
import type { Channel } from './channel.ts';
import { EXIT } from './exits.ts';
import { Failure } from './failure.ts';
import { createProgram } from './program.ts';
import { currentChannel } from './run.ts';

/** Runs one command line and sets the exit code. The only place that prints failures. */
export async function start(argv: readonly string[]): Promise<void> {
  const channel = currentChannel();
  endWell(channel);

  const program = createProgram();
  program.configureOutput({
    writeOut: (text) => {
      process.stdout.write(channel.explicit ? helpDocument(text, channel) : text);
    },
  });

  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    // `--help` and `--version` end by such an error.
    if (error instanceof CommanderError && error.exitCode === 0) return;
    await fail(error, channel);
  }
}

/** Help and version as the document that `-o json` promises; people get the text. */
function helpDocument(text: string, { format }: Channel): string {
  if (format === 'json' || format === 'jsonl') return `${JSON.stringify({ text: text.trimEnd() })}\n`;
  return text;
}

async function fail(error: unknown, channel: Channel): Promise<void> {
  const [{ printFailure }, { failureOf }] = await Promise.all([
    import('./output/errors.ts'),
    import('./output/server-failure.ts'),
  ]);
  const failure = failureOf(error);

  printFailure(failure, channel);
  process.exitCode = failure.exit;
}

/** What ends a process from outside still ends with one document and the exit code that is promised. */
function endWell(channel: Channel): void {
  let isEnding = false;

  const end = (error: unknown) => {
    if (isEnding) return;
    isEnding = true;
    void fail(error, channel).finally(() => process.exit());
  };

  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  process.once('SIGINT', () => {
    end(new Failure('interrupted', { code: 'interrupted', exit: EXIT.interrupted }));
  });

  // The reader has seen enough (`erp entry list | head`): nobody is left to be told.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    end(error);
  });
}
