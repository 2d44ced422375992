import { basename } from 'node:path';
import { mappingSchema } from '@erp/ledger';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { isMap, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { nearest } from '../nearest.ts';
import type { MappingFile } from './mapping-file.ts';
import { type Mistake, mappingFailure } from './mistakes.ts';

type Step = string | number;

/** A mapping file as it is written, of the right form, and where each part of it stands. */
export interface ParsedMapping {
  readonly path: string;
  readonly content: MappingFile;
  /** A mistake at the place that `path` leads to, or at the nearest part above it that is there. */
  mistakeAt(path: readonly Step[], message: string, at?: 'key' | 'value'): Mistake;
}

/**
 * Reads a mapping. Every scalar is the text that stands there: an account `0351` keeps its zero, `no` is no truth value.
 *
 * @throws Failure with every mistake of form, each with line and column
 */
export function parseMapping(text: string, path: string): ParsedMapping {
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const failed = (mistakes: readonly Mistake[]) => mappingFailure(path, 'usage', mistakes);

  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
    });
    // What comes behind the first mistake of YAML is mostly of its making.
    const [wrong] = [...document.errors, ...document.warnings];
    if (wrong) throw failed([{ path: [], ...place(wrong.pos[0]), message: wrong.message }]);

    const parsed: ParsedMapping = {
      path,
      content: document.toJS({ maxAliasCount: 100 }) as MappingFile,
      mistakeAt: (steps, message, at = 'value') => ({
        path: steps,
        ...place(offsetOf(document.contents, steps, at)),
        message,
      }),
    };

    const mistakes = faultsOfForm(parsed.content).map((error) => mistakeOf(error, parsed));
    if (mistakes.length > 0) throw failed(mistakes);
    return parsed;
  } catch (error) {
    // Nested too deep for the stack, or names that stand for each other without end.
    if (error instanceof RangeError || error instanceof ReferenceError) {
      throw failed([{ path: [], line: 1, column: 1, message: `${basename(path)} is too deeply nested` }]);
    }
    throw error;
  }
}

function faultsOfForm(content: unknown): ErrorObject[] {
  // The schema is our own. Written out where they are referred to, its parts take a second to compile.
  const options = { allErrors: true, verbose: true, strict: false, validateSchema: false, inlineRefs: false };
  const validate = new Ajv2020(options).compile(mappingSchema());
  return validate(content) ? [] : (validate.errors ?? []);
}

function mistakeOf(error: ErrorObject, parsed: ParsedMapping): Mistake {
  const { instancePath, keyword, params, parentSchema, data } = error;
  const path = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = path.at(-1) ?? 'the mapping';

  switch (keyword) {
    case 'additionalProperties': {
      const surplus = String(params['additionalProperty']);
      const known = Object.keys((parentSchema as { properties?: object }).properties ?? {});
      const near = nearest(surplus, known);
      const message = `"${surplus}" is not known ${path.length === 0 ? 'here' : `in ${name}`}`;
      return parsed.mistakeAt(
        [...path, surplus],
        `${message}${near ? `; did you mean ${near}?` : `: ${known.slice(0, 12).join(', ')}`}`,
        'key',
      );
    }
    case 'required':
      return parsed.mistakeAt(path, `${name} needs "${params['missingProperty']}"`, 'key');
    case 'enum': {
      const allowed = (params['allowedValues'] as string[]).map((value) => JSON.stringify(value));
      return parsed.mistakeAt(path, `${name}: "${String(data)}" is none of ${allowed.join(', ')}`);
    }
    case 'pattern':
      return parsed.mistakeAt(path, `${name}: "${String(data)}" is neither a list of columns nor others`);
    case 'type':
      return parsed.mistakeAt(path, `${name} must be ${wordsFor(params['type'])}`);
    default:
      return parsed.mistakeAt(path, `${name} is empty`);
  }
}

/** The kinds of a schema as YAML has them: there a text, a number and a truth value are one. */
function wordsFor(type: unknown): string {
  const kinds = new Set([type].flat().map((kind) => words[String(kind)] ?? 'text'));
  return [...kinds].join(' or ');
}

const words: Readonly<Record<string, string>> = { array: 'a list', object: 'names with values' };

/** Where a part begins: its name or what stands behind it. */
function offsetOf(root: unknown, path: readonly Step[], at: 'key' | 'value'): number {
  let node: unknown = root;
  let offset = startOf(root) ?? 0;

  for (const [depth, step] of path.entries()) {
    const pair = isMap(node) ? pairOf(node, String(step)) : undefined;
    const next = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (next === undefined) break;

    const wantsKey = at === 'key' && depth === path.length - 1;
    offset = (wantsKey ? startOf(pair?.key) : undefined) ?? startOf(next) ?? startOf(pair?.key) ?? offset;
    node = next;
  }
  return offset;
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => String((key as { value?: unknown } | null)?.value) === name);
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
