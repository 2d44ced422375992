import { Command, type Help, type HelpContext } from 'commander';
import { UsageError } from './failure.ts';

/** A value that a command cannot do without: asked for on a terminal, a usage error elsewhere. */
export interface Need {
  /** Index of the argument, or name of the option in camelCase. */
  readonly key: number | string;
  /** How it is written: `<code>`, `--name <name>`. */
  readonly label: string;
  readonly question: string;
  readonly choices?: readonly string[];
  /** An option that brings the value in another way, such as `file`. */
  readonly unless?: string;
}

/**
 * commander's command with the habits of `erp`: mistakes are thrown as `UsageError`, whichever command of the tree finds
 * them; a noun without a verb is a mistake; required values are needs, so that a terminal can be asked for them.
 */
export class ErpCommand extends Command {
  readonly needs: Need[] = [];
  readonly examples: string[] = [];

  private declaration: (() => Promise<void>) | undefined;

  override createCommand(name?: string): ErpCommand {
    return new ErpCommand(name);
  }

  /** An argument that must be there: `<name>` in the help, asked for when missing. */
  requiredArgument(name: string, description: string, question: string = description): this {
    this.needs.push({ key: this.registeredArguments.length, label: `<${name}>`, question });
    return this.argument(`[${name}]`, description);
  }

  /** An option that must be there, declared apart. */
  need(need: Need): this {
    this.needs.push(need);
    return this;
  }

  /** A command line that works; the first one is also what a usage error proposes. */
  example(line: string): this {
    this.examples.push(line);
    return this;
  }

  /** Verbs, arguments and options come when they are needed. */
  declareLater(declaration: (command: this) => Promise<void>): this {
    this.declaration = () => declaration(this);
    return this;
  }

  /** Declares in full what was left for later; the second time there is nothing left. */
  async complete(): Promise<void> {
    const { declaration } = this;
    this.declaration = undefined;
    await declaration?.();
  }

  get root(): ErpCommand {
    return this.parent instanceof ErpCommand ? this.parent.root : this;
  }

  /** The commands below, each with the habits of this one. */
  get below(): readonly ErpCommand[] {
    return this.commands.filter((command) => command instanceof ErpCommand);
  }

  /** `erp account create`. */
  get path(): string {
    return this.parent instanceof ErpCommand ? `${this.parent.path} ${this.name()}` : this.name();
  }

  override error(message: string): never {
    const [first = '', ...rest] = message.replace(/^error: /, '').split('\n');
    throw new UsageError(
      [first, ...rest.map(asClause)].join('; '),
      this.examples[0] ?? `${this.path} --help`,
    );
  }

  override help(context?: HelpContext | ((text: string) => string)): never {
    if (typeof context !== 'object' || !context.error) return super.help(context as HelpContext);

    this.outputHelp({ error: true });
    const isRoot = this.parent === null;
    throw new UsageError(
      isRoot ? 'a command is missing' : `${this.path} needs one of: ${this.verbs().join(', ')}`,
      `${this.path} --help`,
    );
  }

  private verbs(): string[] {
    return this.commands.map((command) => command.name());
  }
}

/** commander's `(Did you mean --name?)` as part of the sentence before it. */
function asClause(line: string): string {
  return line
    .trim()
    .replace(/^\(D(.*)\)$/, 'd$1')
    .replace(/\.$/, '');
}

/** How help names a command and its arguments: needed ones in `<>`, and one line less of options that all have. */
export const helpStyle: Partial<Help> = {
  commandUsage: (command) =>
    [
      command instanceof ErpCommand ? command.path : command.name(),
      ...(command.commands.length > 0 ? ['<command>'] : []),
      ...argumentLabels(command),
      '[options]',
    ].join(' '),
  subcommandTerm: (command) => [command.name(), ...argumentLabels(command)].join(' '),
  argumentTerm: (argument) => argument.name(),
};

function argumentLabels(command: Command): string[] {
  return command.registeredArguments.map((argument, at) => {
    const isNeeded = command instanceof ErpCommand && command.needs.some(({ key }) => key === at);
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`;

    return isNeeded ? `<${name}>` : `[${name}]`;
  });
}
