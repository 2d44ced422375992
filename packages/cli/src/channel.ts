/** How results are printed; `--format`, by contrast, is always the format of a file. */
export const OUTPUT_FORMATS = ['table', 'json', 'jsonl', 'yaml', 'csv'] as const;

export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** Where a command prints and to whom: decided once, before the arguments are parsed, because a usage error needs it too. */
export interface Channel {
  readonly format: OutputFormat;
  /** False where the format follows from stdout being a terminal or not: then text such as help stays text. */
  readonly explicit: boolean;
  /** Somebody watches and can answer: prompts and spinners are allowed. */
  readonly interactive: boolean;
  readonly colour: { readonly stdout: boolean; readonly stderr: boolean };
  readonly quiet: boolean;
  readonly debug: boolean;
}

interface Stream {
  readonly isTTY?: boolean;
}

export interface Surroundings {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Stream;
  readonly stdout: Stream;
  readonly stderr: Stream;
}

/** Reads the few options that decide how everything else, failures included, is said. `argv` holds arguments only. */
export function channelOf({ argv, env, stdin, stdout, stderr }: Surroundings): Channel {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const asked = outputOption(words);
  const unattended = isContinuousIntegration(env) || words.includes('--no-input');

  return {
    format: asked ?? (stdout.isTTY ? 'table' : 'json'),
    explicit: asked !== undefined,
    interactive: Boolean(stdin.isTTY && stderr.isTTY) && !unattended,
    colour: {
      stdout: wantsColour(words, env, stdout, unattended),
      stderr: wantsColour(words, env, stderr, unattended),
    },
    quiet: words.includes('--quiet'),
    debug: words.includes('--debug'),
  };
}

function isContinuousIntegration(env: Surroundings['env']): boolean {
  return !['', '0', 'false', undefined].includes(env['CI']?.toLowerCase());
}

/** The last `-o json`, `-ojson`, `--output json` or `--output=json`; undefined for what is no format. */
function outputOption(words: readonly string[]): OutputFormat | undefined {
  let found: OutputFormat | undefined;

  words.forEach((word, at) => {
    const value =
      word === '-o' || word === '--output' ? words[at + 1] : /^(?:-o|--output=)(.+)$/.exec(word)?.[1];

    found = OUTPUT_FORMATS.find((format) => format === value) ?? found;
  });

  return found;
}

/** A flag beats `NO_COLOR`, which beats `FORCE_COLOR`, which beats what the stream is (https://no-color.org). */
function wantsColour(
  words: readonly string[],
  env: Surroundings['env'],
  stream: Stream,
  unattended: boolean,
): boolean {
  if (words.includes('--no-color') || env['NO_COLOR']) return false;

  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';

  return stream.isTTY === true && env['TERM'] !== 'dumb' && !unattended;
}
