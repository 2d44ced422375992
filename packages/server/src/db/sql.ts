import { createHash } from 'node:crypto';

/** One statement: text with $1, $2 …, its values, and the name it is prepared under. */
export class Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name: string;

  constructor(text: string, values: readonly unknown[]) {
    this.text = text;
    this.values = values;
    this.name = nameOf(text);
  }
}

/** A piece of SQL text, written by us and never made from input: a list of columns, a table's name. */
export class Fragment {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Makes a fragment; only ever called with text that stands in the source. */
export const fragment = (text: string): Fragment => new Fragment(text);

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = `q${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    names.set(text, name);
  }
  return name;
}

/**
 * sql`select … where id = ${id}`: values become parameters; fragments become text; another statement is taken in, its
 * parameters numbered on. The prepared name is a hash of the text, so one text is prepared once a connection.
 */
export function sql(parts: TemplateStringsArray, ...inserts: unknown[]): Statement {
  const values: unknown[] = [];
  let text = parts[0] ?? '';
  inserts.forEach((insert, i) => {
    if (insert instanceof Fragment) text += insert.text;
    else if (insert instanceof Statement) {
      const before = values.length;
      text += insert.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + before}`);
      values.push(...insert.values);
    } else text += `$${values.push(insert)}`;
    text += parts[i + 1] ?? '';
  });
  return new Statement(text, values);
}

/** Statements in a row, between them a separator: a list of values, of assignments, of conditions. */
export const joined = (statements: readonly Statement[], separator: string): Statement =>
  statements.reduce((list, next, i) => (i === 0 ? next : sql`${list}${fragment(separator)}${next}`), sql``);

/** Every statement text seen so far; a test prepares each of them against a migrated database. */
export const statementsSeen = (): readonly string[] => [...names.keys()];
