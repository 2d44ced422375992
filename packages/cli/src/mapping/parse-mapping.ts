import { mappingSchema } from '@erp/ledger';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { type Located, readLocated } from '../yaml-file/located.ts';
import { mistakesFailure } from '../yaml-file/mistakes.ts';
import { mistakeOf } from '../yaml-file/schema-mistakes.ts';
import type { MappingFile } from './mapping-file.ts';

/** A mapping file as it is written, of the right form, and where each part of it stands. */
export interface ParsedMapping extends Located {
  readonly content: MappingFile;
}

/**
 * Reads a mapping.
 *
 * @throws Failure with every mistake of form, each with line and column
 */
export function parseMapping(text: string, path: string): ParsedMapping {
  return readLocated(text, path, (file) => {
    const mistakes = faultsOfForm(file.content).map((error) =>
      mistakeOf(error, file, { whole: 'the mapping', words }),
    );
    if (mistakes.length > 0) throw mistakesFailure(path, 'usage', mistakes);
    return file as ParsedMapping;
  });
}

function faultsOfForm(content: unknown): ErrorObject[] {
  // The schema is our own. Written out where they are referred to, its parts take a second to compile.
  const options = { allErrors: true, verbose: true, strict: false, validateSchema: false, inlineRefs: false };
  const validate = new Ajv2020(options).compile(mappingSchema());
  return validate(content) ? [] : (validate.errors ?? []);
}

const words = {
  pattern: (value: string) => `"${value}" is neither a list of columns nor others`,
};
