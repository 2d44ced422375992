import type { Command } from 'commander';
import { type Channel, channelOf } from './channel.ts';
import type { Context, LocalContext } from './context.ts';
import { ErpCommand, type Need } from './erp-command.ts';
import { EXIT } from './exits.ts';
import type { Result } from './output/result.ts';
import type { Terminal } from './output/terminal.ts';
import { type GlobalOptions, resolveSettings, type Settings, type Sourced } from './settings.ts';

export interface LocalTraits {
  /** `--profile` names what the command is about to make. */
  readonly profileMayBeNew?: boolean;
}

export interface RemoteTraits<Options> {
  /** Says tenant and server before it acts, and obeys `--expect-tenant`. */
  readonly changes?: boolean;
  /** `platform`: no tenant is involved, or the tenant is an argument. Default: the books of a tenant. */
  readonly reach?: 'tenant' | 'platform';
  /** Finds what is wrong with the arguments, so that it is said before anything is sent. */
  readonly before?: (args: readonly string[], options: Options) => Promise<void>;
  /** The tenant that the arguments name, or all of them, where it is not that of the settings. */
  readonly tenantOf?: (args: readonly string[], options: Options) => Named | Promise<Named>;
}

type Named = string | readonly string[] | undefined;

type Action = (...all: unknown[]) => Promise<void>;
type Body<Ctx, Options> = (context: Ctx, options: Options, ...args: never[]) => Promise<Result>;
type Loader<T> = () => Promise<{ readonly default: T }>;

/** Binds a declared command to a body that needs no server. */
export function local<Options extends object>(
  load: Loader<Body<LocalContext, Options>>,
  traits: LocalTraits = {},
): Action {
  return bind(load, traits, async (context) => context);
}

/** Binds a declared command to a body that calls the server; client, guards and failures are made here, once for all. */
export function remote<Options extends object>(
  load: Loader<Body<Context, Options>>,
  traits: RemoteTraits<Options> & LocalTraits = {},
): Action {
  return bind(load, traits, async (context, channel, args, options) => {
    await traits.before?.(args, options);

    const { connect } = await import('./client.ts');
    const erp = await connect(context.settings, channel);
    const connected = { ...context, erp };

    const argument = await traits.tenantOf?.(args, options);
    const named = [argument ?? []].flat().map((value) => ({ value, origin: 'the command line' }));
    await guard(connected, traits, named.length > 0 ? named : [context.settings.tenant]);

    return connected;
  });
}

async function guard<Options>(
  context: Context,
  traits: RemoteTraits<Options>,
  named: readonly (Sourced | null)[],
) {
  const { settings, terminal, erp } = context;
  const isTenantBound = (traits.reach ?? 'tenant') === 'tenant' || traits.tenantOf !== undefined;

  if (!isTenantBound) {
    if (traits.changes) terminal.note(`on ${settings.server.value}`);
    return;
  }
  if (!traits.changes && settings.expectTenant === null) return;

  const { actingTenant, requireExpected } = await import('./settings-guard.ts');
  const slugs: string[] = [];
  for (const one of named) {
    const acting = await actingTenant(erp, one);
    requireExpected(acting, settings);
    slugs.push(acting.value);
  }
  if (traits.changes) terminal.note(`${countOf(slugs)} on ${settings.server.value}`);
}

/** `tenant acme`, `12 tenants (acme, beta, gamma, …)`. */
function countOf(slugs: readonly string[]): string {
  if (slugs.length === 1) return `tenant ${slugs[0]}`;
  return `${slugs.length} tenants (${slugs.slice(0, 3).join(', ')}${slugs.length > 3 ? ', …' : ''})`;
}

function bind<Ctx, Options extends object>(
  load: Loader<Body<Ctx, Options>>,
  traits: LocalTraits,
  prepare: (
    context: LocalContext,
    channel: Channel,
    args: readonly string[],
    options: Options,
  ) => Promise<Ctx>,
): Action {
  return async (...all) => {
    const command = all.at(-1) as ErpCommand;
    // What `--no-input` and `--no-color` say is in the channel; here they would hide `erp api --input FILE`.
    const { input, color, ...globals } = command.root.opts<
      GlobalOptions & { input: boolean; color: boolean }
    >();
    const options = { ...globals, ...command.opts<Options>() };
    const args = all.slice(0, -2).flat() as string[];
    const channel = currentChannel();

    const [{ createTerminal }, { print }, { default: body }] = await Promise.all([
      import('./output/terminal.ts'),
      import('./output/print.ts'),
      load(),
    ]);
    const terminal = createTerminal(channel);
    let settings: Settings | undefined;

    try {
      settings = await resolveSettings(options, process.env, traits);
      settings.warnings.forEach(terminal.warn);
      settings.notices.forEach(terminal.note);

      const complete = await askForNeeds(command, terminal, args, options);
      const context = await prepare(
        { settings, terminal, command },
        channel,
        complete.args,
        complete.options,
      );
      const result = await body(context, complete.options, ...(complete.args as never[]));

      await print(result, channel, settings.columns);
      const { exit = EXIT.done } = result;
      process.exitCode = typeof exit === 'number' ? exit : exit();
    } catch (error) {
      const { failureOf } = await import('./output/server-failure.ts');
      throw failureOf(error, settings);
    }
  };
}

/** The channel of this process. */
export function currentChannel(): Channel {
  return channelOf({
    argv: process.argv.slice(2),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
  });
}

/** Arguments and options with what was missing: asked for on a terminal, else a usage error that names the flag. */
async function askForNeeds<Options extends object>(
  command: Command,
  terminal: Terminal,
  args: readonly string[],
  options: Options,
): Promise<{ args: string[]; options: Options }> {
  const needs = command instanceof ErpCommand ? command.needs : [];
  const completeArgs = [...args];
  const added: Record<string, string> = {};

  for (const need of needs) {
    if (isAnswered(need, args, options)) continue;

    const answer = await terminal.ask({
      flag: need.label,
      message: need.question,
      ...(need.choices ? { choices: need.choices } : {}),
      ...(command instanceof ErpCommand && command.examples[0] ? { example: command.examples[0] } : {}),
    });
    if (typeof need.key === 'number') completeArgs[need.key] = answer;
    else added[need.key] = answer;
  }

  return { args: completeArgs, options: { ...options, ...added } };
}

function isAnswered(need: Need, args: readonly string[], options: object): boolean {
  const given = options as Readonly<Record<string, unknown>>;
  if (need.unless !== undefined && given[need.unless] !== undefined) return true;

  return (typeof need.key === 'number' ? args[need.key] : given[need.key]) !== undefined;
}
