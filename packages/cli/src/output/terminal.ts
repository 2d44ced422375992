import type { Channel } from '../channel.ts';
import { UsageError } from '../failure.ts';
import { paint } from './colour.ts';
import { createProgress, type Progress } from './progress.ts';
import type { TableOf } from './result.ts';
import { renderTable } from './table.ts';

export interface Question {
  /** The flag or argument that answers it without asking. */
  readonly flag: string;
  readonly message: string;
  readonly choices?: readonly string[];
  readonly secret?: boolean;
  /** A command line that answers it, for those who cannot be asked. */
  readonly example?: string;
}

/** Everything that is said beside the result. All of it goes to stderr, and nobody is asked where nobody watches. */
export interface Terminal {
  readonly interactive: boolean;
  /** What somebody may want to know and no script needs; silent with `--quiet`. */
  note(text: string): void;
  /** What may be wrong although the command goes on; said with `--quiet` too. */
  warn(text: string): void;
  /** Rows that people look at before the result. Nothing with `--quiet`, and where results are documents. */
  table(table: TableOf): void;
  /** Asks on a terminal; elsewhere a missing value is a usage error that names the flag. */
  ask(question: Question): Promise<string>;
  /** Asks yes or no, default no. Only on a terminal: what happens elsewhere is for the caller to decide. */
  confirm(message: string): Promise<boolean>;
  progress(): Progress;
}

export function createTerminal(channel: Channel): Terminal {
  return {
    interactive: channel.interactive,

    note(text) {
      if (!channel.quiet) process.stderr.write(`${paint(channel.colour.stderr, 'dim', text)}\n`);
    },

    warn(text) {
      process.stderr.write(`${paint(channel.colour.stderr, 'yellow', 'warning:')} ${text}\n`);
    },

    table({ title, rows, columns, totals }) {
      if (channel.quiet || channel.format !== 'table') return;

      const style = { colour: channel.colour.stderr, width: process.stderr.columns };
      const heading = title === undefined ? '' : `${title}\n`;
      process.stderr.write(`\n${heading}${renderTable(rows, columns, totals, style)}\n\n`);
    },

    async ask({ flag, message, choices, secret, example }) {
      if (!channel.interactive) throw new UsageError(`missing ${flag}`, example ?? null);

      const streams = { output: process.stderr };
      const prompts = await import('./prompts.ts');

      if (secret) return prompts.askSecret(message, streams);
      return choices ? prompts.choose(message, choices, streams) : prompts.askText(message, streams);
    },

    async confirm(message) {
      const { confirmChoice } = await import('./prompts.ts');
      return confirmChoice(message, { output: process.stderr });
    },

    progress: () => createProgress(channel),
  };
}
