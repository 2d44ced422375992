import type { ErrorObject } from 'ajv/dist/2020.js';
import { stepsOf } from '../json-pointer.ts';
import { nearest } from '../nearest.ts';
import type { Located } from './located.ts';
import type { Mistake } from './mistakes.ts';

export interface Wording {
  /** What the file as a whole is called. */
  readonly whole: string;
  /** What is said of a value that is not of a form, where the form itself would say little. */
  readonly words: { readonly pattern: (value: string, form: string) => string };
}

/** What a JSON Schema finds wrong with a file, in words, at its place. */
export function mistakeOf(error: ErrorObject, file: Located, { whole, words }: Wording): Mistake {
  const { instancePath, keyword, params, parentSchema, data, message } = error;
  const path = stepsOf(instancePath);
  const name = path.at(-1) ?? whole;

  switch (keyword) {
    case 'additionalProperties': {
      const surplus = String(params['additionalProperty']);
      const known = Object.keys((parentSchema as { properties?: object }).properties ?? {});
      const near = nearest(surplus, known);
      const unknown = `"${surplus}" is not known ${path.length === 0 ? 'here' : `in ${name}`}`;
      return file.mistakeAt(
        [...path, surplus],
        `${unknown}${near ? `; did you mean ${near}?` : `: ${known.slice(0, 12).join(', ')}`}`,
        'key',
      );
    }
    case 'required':
      return file.mistakeAt(path, `${name} needs "${params['missingProperty']}"`, 'key');
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map((value) => JSON.stringify(value));
      return file.mistakeAt(path, `${name}: "${String(data)}" is none of ${allowed.join(', ')}`);
    }
    case 'pattern':
      return file.mistakeAt(path, `${name}: ${words.pattern(String(data), String(params['pattern']))}`);
    case 'format':
      return file.mistakeAt(path, `${name}: "${String(data)}" is no ${params['format']}`);
    case 'type':
      return file.mistakeAt(path, `${name} must be ${wordsFor(params['type'])}`);
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return file.mistakeAt(path, `${name} is empty`);
    default:
      return file.mistakeAt(path, `${name} ${message ?? 'is not as it should be'}`);
  }
}

/** The kinds of a schema as YAML has them: there a text is what everything is that is no list and has no names. */
function wordsFor(type: unknown): string {
  const kinds = new Set([type].flat().map((kind) => kindWords[String(kind)] ?? 'text'));
  return [...kinds].join(' or ');
}

const kindWords: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'names with values',
  integer: 'a whole number',
  boolean: 'true or false',
};
