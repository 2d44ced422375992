import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { Fault, ProblemCode } from '../kernel/problem.ts';
import type { Document } from './document.ts';

// The package is CommonJS: under `nodenext` its default export is the module.
const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

/**
 * Says what is wrong with a value, or nothing: every fault, at most a hundred, or with `brief` the first one only. A fault
 * takes a hundred times the memory of the byte that causes it, so that a large body is checked briefly.
 */
export type Check = (value: unknown, brief?: boolean) => Fault[];

const faultsAtMost = 100;

export interface Validators {
  /** `where` is the part of the request; path and query values are text and are coerced, bodies never are. */
  compile(schema: object, where: Fault['in']): Check;
}

/** Ajv over the whole document, so that `#/components/…` resolves. A schema compiles when it is first used. */
export function createValidators(document: Document): Validators {
  const make = (coerceTypes: boolean, allErrors: boolean) => {
    const ajv = new Ajv2020({
      allErrors,
      strict: false,
      coerceTypes,
      removeAdditional: false,
      verbose: true,
    });
    addFormats(ajv);
    ajv.addSchema(document, 'erp');
    return ajv;
  };
  const strict = { brief: make(false, false), whole: make(false, true) };
  const coercing = { brief: make(true, false), whole: make(true, true) };

  return {
    compile(schema, where) {
      const { brief, whole } = where === 'body' ? strict : coercing;
      const absolute = JSON.stringify(schema).replaceAll('"$ref":"#', '"$ref":"erp#');
      const compiled = (ajv: Ajv2020) => ajv.compile(JSON.parse(absolute) as object);
      let isSound: ValidateFunction | undefined;
      let findAll: ValidateFunction | undefined;

      return (value, onlyFirst = false) => {
        isSound ??= compiled(brief);
        if (isSound(value)) return [];
        if (onlyFirst) return faultsOf(isSound.errors ?? [], where);
        findAll ??= compiled(whole);
        findAll(value);
        return faultsOf(findAll.errors ?? [], where).slice(0, faultsAtMost);
      };
    },
  };
}

/** One fault per place, the most telling one: `anyOf` and `if` say nothing that their branches did not. */
function faultsOf(errors: ErrorObject[], where: Fault['in']): Fault[] {
  const faults = new Map<string, Fault>();
  for (const error of errors) {
    if (['anyOf', 'oneOf', 'allOf', 'if'].includes(error.keyword) && errors.length > 1) continue;
    const at = (error.params['additionalProperty'] ??
      error.params['unevaluatedProperty'] ??
      error.params['missingProperty']) as string | undefined;
    const pointer = `${error.instancePath}${at === undefined ? '' : `/${at.replaceAll('~', '~0').replaceAll('/', '~1')}`}`;
    if (!faults.has(pointer))
      faults.set(pointer, { in: where, pointer, code: codeOf(error), message: say(error, at) });
  }
  return [...faults.values()];
}

/** A wrong date or amount has its own code; every other fault of form is `invalid_request`. */
function codeOf({ keyword, params, schema }: ErrorObject): ProblemCode {
  if (keyword === 'format' && params['format'] === 'date') return 'date_invalid';
  if (keyword === 'pattern' && String(schema).startsWith('^-?(0|[1-9]')) return 'amount_format';
  return 'invalid_request';
}

function say(error: ErrorObject, at: string | undefined): string {
  const known = (): string =>
    Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {}).join(', ');
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `unknown field ${JSON.stringify(at)}${known() ? `; known here: ${known()}` : ''}`;
    case 'required':
      return `${at} is missing`;
    case 'enum':
      return `must be one of ${(error.params['allowedValues'] as unknown[]).join(', ')}`;
    case 'type':
      return `must be ${String(error.params['type'])}, not ${kindOf(error.data)}`;
    case 'pattern':
      return `${JSON.stringify(error.data)} is not of the form ${String(error.params['pattern'])}`;
    case 'format':
      return `${JSON.stringify(error.data)} is no ${String(error.params['format'])}`;
    default:
      return error.message ?? error.keyword;
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : typeof value;
}
