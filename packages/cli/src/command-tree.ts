import type { Command } from 'commander';
import type { ErpCommand } from './erp-command.ts';

/** A command as completion and reviews see it. */
export interface CommandNode {
  /** The words after `erp`: `tenant create`; empty for `erp` itself. */
  readonly path: string;
  readonly description: string;
  readonly arguments: readonly string[];
  /** Long flags, without those that every command has. */
  readonly flags: readonly string[];
  /** Names of the commands below. */
  readonly children: readonly string[];
}

/** Every command of a program, declared in full: for completion, and for the snapshot that a change must show in. */
export async function commandTree(root: ErpCommand): Promise<CommandNode[]> {
  for (const noun of root.below) await noun.complete();

  return nodesOf(root, []);
}

function nodesOf(command: Command, path: readonly string[]): CommandNode[] {
  const node: CommandNode = {
    path: path.join(' '),
    description: command.description(),
    arguments: command.registeredArguments.map((argument) => argument.name()),
    flags: command.options.flatMap(({ long }) => (long ? [long] : [])),
    children: command.commands.map((child) => child.name()),
  };

  return [node, ...command.commands.flatMap((child) => nodesOf(child, [...path, child.name()]))];
}
