import { basename } from 'node:path';
import { isMap, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { type Mistake, mistakesFailure } from './mistakes.ts';

export type Step = string | number;

/** A YAML file as it is written, and where each part of it stands. */
export interface Located {
  readonly path: string;
  /** Every scalar is the text that stands there: an account `0351` keeps its zero, `no` is no truth value. */
  readonly content: unknown;
  /** A mistake at the place that `path` leads to, or at the nearest part above it that is there. */
  mistakeAt(path: readonly Step[], message: string, at?: 'key' | 'value'): Mistake;
}

/**
 * Reads YAML and hands it to `use`.
 *
 * @throws Failure for what is no YAML, or is nested deeper than `use` can follow
 */
export function readLocated<T>(text: string, path: string, use: (file: Located) => T): T {
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };

  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
    });
    // What comes behind the first mistake of YAML is mostly of its making.
    const [wrong] = [...document.errors, ...document.warnings];
    if (wrong) {
      throw mistakesFailure(path, 'usage', [{ path: [], ...place(wrong.pos[0]), message: wrong.message }]);
    }
    return use({
      path,
      content: document.toJS({ maxAliasCount: 100 }),
      mistakeAt: (steps, message, at = 'value') => ({
        path: steps,
        ...place(offsetOf(document.contents, steps, at)),
        message,
      }),
    });
  } catch (error) {
    // Nested too deep for the stack, or names that stand for each other without end.
    if (error instanceof RangeError || error instanceof ReferenceError) {
      const message = `${basename(path)} is too deeply nested`;
      throw mistakesFailure(path, 'usage', [{ path: [], line: 1, column: 1, message }]);
    }
    throw error;
  }
}

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
