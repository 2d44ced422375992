import { dirname } from 'node:path';
import { isDate } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Located, readLocated, type Step } from '../yaml-file/located.ts';
import { type Mistake, mistakesFailure } from '../yaml-file/mistakes.ts';
import { mistakeOf } from '../yaml-file/schema-mistakes.ts';
import { type Beside, divided, twiceBeside } from './beside.ts';
import { coerce } from './coerce.ts';
import { type Schema, tenantFileSchema } from './schema.ts';
import { secretsIn } from './secrets.ts';

export type TenantFile = components['schemas']['TenantFile'];

/** A tenant's file, of the right form, and where each part of it stands. */
export interface ParsedTenantFile extends Located {
  /** What is sent. */
  readonly content: TenantFile;
  readonly beside: Beside;
  /** Where the paths in it begin. */
  readonly folder: string;
}

/** @throws Failure with every mistake of form, each with line and column */
export function parseTenantFile(text: string, path: string): ParsedTenantFile {
  return readLocated(text, path, (file) => {
    const { schema } = form();
    const whole = { ...file, content: coerce(file.content, schema, schema) };
    return { ...checked(whole, path === '-' ? '.' : dirname(path)), mistakeAt: placesIn(text, path) };
  });
}

/**
 * The file of a tenant that stands at `at` in a document of JSON.
 *
 * @param folder where the paths in it begin
 * @throws Failure as `parseTenantFile`
 */
export function tenantFileIn(
  text: string,
  path: string,
  at: readonly Step[],
  { content, folder }: { readonly content: unknown; readonly folder: string },
): ParsedTenantFile {
  return checked({ path, content, mistakeAt: placesIn(text, path, at) }, folder);
}

/** Places are looked up when one is asked for, which is seldom: those of a thousand files take more memory than there is. */
function placesIn(text: string, path: string, at: readonly Step[] = []): Located['mistakeAt'] {
  let file: Located | undefined;
  return (steps, message, part) => {
    file ??= readLocated(text, path, (located) => located);
    return file.mistakeAt([...at, ...steps], message, part);
  };
}

function checked(file: Located, folder: string): ParsedTenantFile {
  const mistakes = mistakesOf(file);
  if (mistakes.length > 0) throw mistakesFailure(file.path, 'usage', mistakes);

  const [content, beside] = divided(file.content as TenantFile & Beside);
  const twice = twiceBeside(beside, file);
  if (twice.length > 0) throw mistakesFailure(file.path, 'usage', twice);
  return { ...file, content, beside, folder };
}

function mistakesOf(file: Located): Mistake[] {
  const { version } = (file.content ?? {}) as { version?: unknown };
  if (typeof version === 'number' && version > 1) {
    const message = `the file is of version ${version}, and this erp reads version 1: use a newer erp`;
    return [file.mistakeAt(['version'], message)];
  }
  const secrets = [...secretsIn(file.content)].map((path) =>
    file.mistakeAt(
      path,
      'a secret has no place in a file that is kept in git: take it out, and revoke it',
      'key',
    ),
  );
  const places = new Set(secrets.map(placeOf));
  return [...secrets, ...formMistakes(file).filter((mistake) => !places.has(placeOf(mistake)))];
}

const placeOf = ({ line, column }: Mistake): string => `${line}:${column}`;

function formMistakes(file: Located): Mistake[] {
  const { validate } = form();
  if (validate(file.content)) return [];
  const errors = validate.errors ?? [];
  const ofOtherKind = new Set(
    errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath),
  );
  // A value of another kind is in no list either; and what is none of two forms is told by what it is nearest to.
  const told = errors.filter(
    ({ keyword, instancePath, schemaPath }) =>
      !(keyword === 'enum' && ofOtherKind.has(instancePath)) &&
      keyword !== 'oneOf' &&
      !schemaPath.endsWith('/1/type'),
  );
  return told.map((error) => mistakeOf(error, file, { whole: 'the file', words }));
}

interface Form {
  readonly schema: Schema;
  readonly validate: ValidateFunction;
}

let compiled: Form | undefined;

/** The schema, compiled once: that takes longer than to check a file by it. */
function form(): Form {
  if (compiled) return compiled;
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    logger: false,
    inlineRefs: false,
  });
  ajv.addFormat('date', isDate);
  const schema = tenantFileSchema();
  compiled = { schema, validate: ajv.compile(schema) };
  return compiled;
}

const words = { pattern: (value: string, form: string) => `"${value}" is not of the form ${form}` };
