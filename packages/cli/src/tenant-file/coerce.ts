import type { Schema } from './schema.ts';

/**
 * Gives scalars the kind that the schema asks for at their place: all that YAML has is the text, so that a code `0351` keeps
 * its zero and a name may be `no`. What is of no kind that is allowed stays text, for the schema to refuse.
 */
export function coerce(value: unknown, schema: Schema, root: Schema): unknown {
  const { items, properties, others, kinds } = placeOf(schema, root);
  if (Array.isArray(value)) return items ? value.map((item) => coerce(item, items, root)) : value;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        const at = properties[key] ?? others;
        return [key, at ? coerce(part, at, root) : part];
      }),
    );
  }
  return scalar(String(value), kinds);
}

/** What a schema says of the value at its place. */
interface Place {
  readonly items: Schema | undefined;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly others: Schema | undefined;
  readonly kinds: ReadonlySet<string>;
}

/** Kept, as a chart has thousands of values at the same few places. */
const places = new WeakMap<Schema, Place>();

function placeOf(schema: Schema, root: Schema): Place {
  const known = places.get(schema);
  if (known) return known;

  const shapes = shapesOf(schema, root);
  const others = shapes.find((shape) => typeof shape['additionalProperties'] === 'object');
  const place = {
    items: shapes.find((shape) => shape['items'])?.['items'] as Schema | undefined,
    properties: Object.assign({}, ...shapes.map((shape) => shape['properties'])),
    others: others?.['additionalProperties'] as Schema | undefined,
    kinds: new Set(shapes.flatMap((shape) => [shape['type']].flat().map(String))),
  };
  places.set(schema, place);
  return place;
}

function scalar(text: string, kinds: ReadonlySet<string>): unknown {
  if (kinds.has('null') && ['', '~', 'null'].includes(text)) return null;
  if (kinds.has('integer') && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (kinds.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** A schema and all that it stands for: references followed, alternatives side by side. */
function shapesOf(schema: Schema, root: Schema): Schema[] {
  const ref = schema['$ref'];
  if (typeof ref === 'string') {
    const part = (root['$defs'] as Record<string, Schema>)[ref.slice('#/$defs/'.length)];
    return part ? shapesOf(part, root) : [];
  }
  const choices = (schema['oneOf'] ?? schema['anyOf']) as Schema[] | undefined;
  return choices ? choices.flatMap((choice) => shapesOf(choice, root)) : [schema];
}
