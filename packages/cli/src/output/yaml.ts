// Words and figures that a reader of YAML 1.1 or 1.2 would take for something other than text.
const NOT_TEXT = /^(?:~|null|true|false|yes|no|on|off|y|n|[-+.]?(?:\d|\.(?:inf|nan)).*|0[xob].*)$/i;
const PLAIN = /^[\p{L}\p{N}_/(][\p{L}\p{M}\p{N} _./()@+-]*$/u;

/** `value`, as JSON holds it, as a YAML 1.2 document: block style, and text quoted whenever it could be read otherwise. */
export function toYaml(value: unknown): string {
  const plain: unknown = JSON.parse(JSON.stringify(value ?? null));
  return `${block(plain, 0)}\n`;
}

function block(value: unknown, depth: number): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : sequence(value, depth);
  if (typeof value !== 'object' || value === null) return scalar(value);

  const entries = Object.entries(value);
  return entries.length === 0 ? '{}' : mapping(entries, depth);
}

function sequence(items: readonly unknown[], depth: number): string {
  const indent = '  '.repeat(depth);
  return items.map((item) => `${indent}- ${block(item, depth + 1).trimStart()}`).join('\n');
}

function mapping(entries: readonly (readonly [string, unknown])[], depth: number): string {
  const indent = '  '.repeat(depth);

  return entries
    .map(([key, item]) => {
      const isNested = typeof item === 'object' && item !== null && Object.keys(item).length > 0;
      return `${indent}${scalar(key)}:${isNested ? `\n${block(item, depth + 1)}` : ` ${block(item, depth + 1)}`}`;
    })
    .join('\n');
}

function scalar(value: unknown): string {
  if (typeof value !== 'string') return String(value);

  const isPlain = PLAIN.test(value) && !NOT_TEXT.test(value) && !value.endsWith(' ');
  // A JSON string is a YAML double-quoted scalar; JSON leaves NEL and the line separators bare, which YAML would fold.
  return isPlain
    ? value
    : JSON.stringify(value).replace(/[\u0085\u2028\u2029\u007f-\u009f\ufeff]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
