import type { Schema } from './schema.ts';

/**
 * Gives scalars the kind that the schema asks for at their place: all that YAML has is the text, so that a code `0351` keeps
 * its zero and a name may be `no`. What is of no kind that is allowed stays text, for the schema to refuse.
 */
export function coerce(value: unknown, schema: Schema, root: Schema): unknown {
  const shapes = shapesOf(schema, root);
  if (Array.isArray(value)) {
    const items = shapes.find((shape) => shape['items'])?.['items'] as Schema | undefined;
    return items ? value.map((item) => coerce(item, items, root)) : value;
  }
  if (typeof value === 'object' && value !== null) {
    const properties = Object.assign({}, ...shapes.map((shape) => shape['properties'])) as Record<
      string,
      Schema
    >;
    const others = shapes.find((shape) => typeof shape['additionalProperties'] === 'object');
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        const at = properties[key] ?? (others?.['additionalProperties'] as Schema | undefined);
        return [key, at ? coerce(part, at, root) : part];
      }),
    );
  }
  return scalar(String(value), new Set(shapes.flatMap((shape) => [shape['type']].flat().map(String))));
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
