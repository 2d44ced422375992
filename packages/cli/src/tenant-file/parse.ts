import { isDate } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readInput } from '../input.ts';
import { type Located, readLocated } from '../yaml-file/located.ts';
import { type Mistake, mistakesFailure } from '../yaml-file/mistakes.ts';
import { mistakeOf } from '../yaml-file/schema-mistakes.ts';
import { coerce } from './coerce.ts';
import { type Schema, tenantFileSchema } from './schema.ts';
import { secretsIn } from './secrets.ts';

export type TenantFile = components['schemas']['TenantFile'];

/** A tenant's file, of the right form, and where each part of it stands. */
export interface ParsedTenantFile extends Located {
  readonly content: TenantFile;
}

const loaded = new Map<string, Promise<ParsedTenantFile>>();

/**
 * Reads a tenant's file, once: who guards the tenant asks for it before the command does, and stdin comes only once.
 *
 * @throws Failure with every mistake of form, each with line and column; nothing was sent
 */
export function loadTenantFile(path: string): Promise<ParsedTenantFile> {
  const file = loaded.get(path) ?? readInput(path, '--file').then((text) => parseTenantFile(text, path));
  loaded.set(path, file);
  return file;
}

export function parseTenantFile(text: string, path: string): ParsedTenantFile {
  return readLocated(text, path, (file) => {
    const schema = tenantFileSchema();
    const content = coerce(file.content, schema, schema);
    const parsed = { ...file, content } as ParsedTenantFile;
    const mistakes = mistakesOf(parsed, schema);
    if (mistakes.length > 0) throw mistakesFailure(path, 'usage', mistakes);
    return parsed;
  });
}

function mistakesOf(file: ParsedTenantFile, schema: Schema): Mistake[] {
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
  return [...secrets, ...formMistakes(file, schema).filter((mistake) => !places.has(placeOf(mistake)))];
}

const placeOf = ({ line, column }: Mistake): string => `${line}:${column}`;

function formMistakes(file: ParsedTenantFile, schema: Schema): Mistake[] {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    logger: false,
    inlineRefs: false,
  });
  ajv.addFormat('date', isDate);
  const validate = ajv.compile(schema);
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

const words = { pattern: (value: string, form: string) => `"${value}" is not of the form ${form}` };
