import type { Erp } from './client.ts';
import type { ErpCommand } from './erp-command.ts';
import type { Result } from './output/result.ts';
import type { Terminal } from './output/terminal.ts';
import type { Settings } from './settings.ts';

/** What the body of a command that needs no server gets. */
export interface LocalContext {
  readonly settings: Settings;
  readonly terminal: Terminal;
  /** The command itself; help and completion walk the tree that it stands in. */
  readonly command: ErpCommand;
}

/** What the body of a command gets: a client, progress and prompts. It prints nothing and sets no exit code. */
export interface Context extends LocalContext {
  readonly erp: Erp;
}

/** `Args` are the arguments in their order; needed ones are there by the time the body is called. */
export type LocalBody<Options = object, Args extends readonly (string | undefined)[] = []> = (
  context: LocalContext,
  options: Options,
  ...args: Args
) => Promise<Result>;

export type CommandBody<Options = object, Args extends readonly (string | undefined)[] = []> = (
  context: Context,
  options: Options,
  ...args: Args
) => Promise<Result>;
