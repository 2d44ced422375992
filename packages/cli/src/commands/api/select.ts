import { UsageError } from '../../failure.ts';

/** A step of an expression: a name, a place in a list, or every item of it. */
type Step = string | number | typeof EVERY;

const EVERY = Symbol('every item');

/**
 * Part of a document by an expression: `items[].code`, `totals.debit`, `items[0]` or `items.0`, `[].code`. What is not there
 * is null, and is left out of lists.
 */
export function select(document: unknown, expression: string): unknown {
  return follow(document, stepsOf(expression)) ?? null;
}

function stepsOf(expression: string): Step[] {
  const steps: Step[] = [];
  let rest = expression.replace(/^\./, '');

  while (rest !== '') {
    const match = /^(?:\[(\d*)\]|([^.[\]]+))\.?/.exec(rest);
    if (!match) {
      throw new UsageError(
        `--query: "${expression}" cannot be read from "${rest}"`,
        '--query "items[].code"',
      );
    }

    const [all, index, name] = match;
    steps.push(name ?? (index === '' ? EVERY : Number(index)));
    rest = rest.slice(all.length);
  }

  return steps;
}

function follow(value: unknown, [step, ...rest]: readonly Step[]): unknown {
  if (step === undefined || value === undefined || value === null) return value;

  if (Array.isArray(value)) {
    if (step === EVERY) return value.map((item) => follow(item, rest)).filter((item) => item !== undefined);
    return /^\d+$/.test(String(step)) ? follow(value[Number(step)], rest) : undefined;
  }

  return typeof value === 'object'
    ? follow((value as Readonly<Record<string, unknown>>)[String(step)], rest)
    : undefined;
}
