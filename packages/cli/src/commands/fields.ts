import { InvalidArgumentError, Option } from 'commander';
import type { ErpCommand } from '../erp-command.ts';
import { UsageError } from '../failure.ts';
import { readJson } from '../input.ts';

/** A field of a request body as a flag. */
export interface Field {
  /** `--registration-number <number>`; for a boolean just `--postable`, which brings `--no-postable`. */
  readonly flag: string;
  readonly description: string;
  /** `list`: words by comma. `json`: what has no flag of its own. Default: text. */
  readonly kind?: 'text' | 'integer' | 'boolean' | 'list' | 'json';
  /** For a closed set; a set that may grow is left to the server. */
  readonly choices?: readonly string[];
  /** The question for a value that a new thing must have. */
  readonly required?: string;
}

/** A flag for each field of `Body`, so that a field added to the contract is missed by the compiler, not by users. */
export type FieldsOf<Body> = { readonly [Name in keyof Body]-?: Field };

type Fields = Readonly<Record<string, Field>>;

/** Options of a command that writes a body. */
export interface BodyOptions {
  readonly file?: string;
}

/** Declares the flags of a body, and `--file` for the whole of it. `creates`: required fields are asked for. */
export function declareFields(command: ErpCommand, fields: Fields, { creates = false } = {}): void {
  for (const field of Object.values(fields)) {
    const needed = creates && field.required !== undefined;
    declareField(command, field, needed);
    if (!needed) continue;

    command.need({
      key: new Option(field.flag).attributeName(),
      label: field.flag,
      question: field.required ?? field.description,
      unless: 'file',
      ...(field.choices ? { choices: field.choices } : {}),
    });
  }

  command.option('-f, --file <file>', 'all of it as JSON, - for stdin; flags win over the file');
}

/** The body that file and flags give together. `clears`: an empty text takes the value away. */
export async function bodyOf(
  fields: Fields,
  options: BodyOptions,
  { clears = false } = {},
): Promise<Record<string, unknown>> {
  const body = options.file === undefined ? {} : await readJsonObject(options.file);
  const given = options as Readonly<Record<string, unknown>>;

  for (const [name, field] of Object.entries(fields)) {
    const value = given[new Option(field.flag).attributeName()];
    if (value !== undefined) body[name] = clears && value === '' ? null : value;
  }

  return body;
}

/** The body of an update, which must change something. */
export async function changesOf(
  fields: Fields,
  options: BodyOptions,
  example: string,
): Promise<Record<string, unknown>> {
  const changes = await bodyOf(fields, options, { clears: true });
  if (Object.keys(changes).length === 0) throw new UsageError('nothing to change: give a field', example);

  return changes;
}

async function readJsonObject(file: string): Promise<Record<string, unknown>> {
  const value = await readJson(file, '--file');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${file} should hold one JSON object, {"name": …}`);
  }

  return { ...value };
}

function declareField(command: ErpCommand, field: Field, needed: boolean): void {
  const description = needed ? `${field.description} (needed)` : field.description;
  const option = new Option(field.flag, description);

  if (field.choices) option.choices(field.choices);
  if (field.kind === 'integer') option.argParser(integer);
  if (field.kind === 'list') option.argParser(list);
  if (field.kind === 'json') option.argParser(json);
  command.addOption(option);

  if (field.kind === 'boolean') {
    command.addOption(new Option(field.flag.replace('--', '--no-'), 'the opposite'));
  }
}

export function integer(text: string): number {
  if (!/^-?\d{1,15}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

export function list(text: string): string[] {
  return text === '' ? [] : text.split(',').map((item) => item.trim());
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InvalidArgumentError('Give JSON, in single quotes for the shell.');
  }
}
