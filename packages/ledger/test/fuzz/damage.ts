import { encoder } from '../reading.ts';
import type { Random } from './random.ts';

/** What breaks one format or another; short ones come often. */
const pieces = [
  ...[
    '"',
    '""',
    "'",
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r',
    '\r\r\n',
    '\0',
    '\ufeff',
    '-',
    '0',
    'é',
    '😀',
    ' ',
    '  ',
  ],
  ...[
    '{',
    '[',
    '(',
    '}',
    ']',
    ')',
    '\\',
    '<',
    '>',
    '&',
    '#',
    '@',
    '@@',
    '=',
    '%',
    '~',
    '*',
    '/',
    '\u2028',
    '\u0085',
  ],
  ...[
    '9'.repeat(40),
    '-0',
    '1e999999',
    '1E5',
    'NaN',
    '0x1F',
    '+1',
    '1.',
    '.5',
    '1,234.56',
    '1.234,56',
    '0.123456789',
  ],
  ...[
    '2025-02-30',
    '0000-00-00',
    '9999-12-31',
    '20250229',
    '31.12.2025',
    '12/31/25',
    '2025-1-1',
    '-2025-01-01',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '"record":"year"',
    '\\u0000',
    '\\ud800',
    'null',
    'true',
    '[]',
    '{}',
  ],
  ...[
    '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "x">]>',
    '&b;',
    '&#0;',
    '&#xd800;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
  ],
  ...[
    '<c><v>',
    ' t="s"',
    ' s="-1"',
    ' s="99999"',
    '<row r="1048577">',
    '<c r="ZZZZ9">',
    '<is><t>',
    '_xD83D_',
    '<v>-1E-300</v>',
  ],
].map((text) => encoder.encode(text));

/** What makes a reader slow, deep or large, were it to be naive. */
const heavy = [
  () => '9'.repeat(10_000),
  () => `-${'0'.repeat(10_000)}1.${'9'.repeat(10_000)}`,
  () => `1E${'9'.repeat(10_000)}`,
  () => '"'.repeat(10_001),
  () => '"a\n'.repeat(3_000),
  () => '\\"'.repeat(5_000),
  () => '{'.repeat(10_000),
  () => '['.repeat(10_000),
  () => '{"a":'.repeat(5_000),
  () => '('.repeat(10_000),
  () => '<a>'.repeat(5_000),
  () => '<c><v>'.repeat(500),
  () => ';'.repeat(20_000),
  () => '\t'.repeat(20_000),
  () => '\n'.repeat(20_000),
  () => ' '.repeat(20_000),
  () => `a:${':b'.repeat(5_000)}`,
  () => `"${'x'.repeat(70_000)}`,
  entityBomb,
].map((make) => () => encoder.encode(make()));

/** Ten entities, each ten times the one before: what follows them would be 10 GB. */
function entityBomb(): string {
  const entities = Array.from(
    { length: 10 },
    (_, at) => `<!ENTITY e${at} "${at === 0 ? 'x' : `&e${at - 1};`.repeat(10)}">`,
  );
  return `<?xml version="1.0"?><!DOCTYPE a [${entities.join('')}]>&e9;`;
}

const longest = 100_000;
const lineFeed = 0x0a;

type Damage = (bytes: Uint8Array, random: Random) => Uint8Array;

function spliced(bytes: Uint8Array, from: number, to: number, middle: Uint8Array): Uint8Array {
  const changed = new Uint8Array(from + middle.length + bytes.length - to);
  changed.set(bytes.subarray(0, from));
  changed.set(middle, from);
  changed.set(bytes.subarray(to), from + middle.length);
  return changed;
}

/** A place more often near the end: damage in the heading is refused before anything is read. */
function somewhere(bytes: Uint8Array, random: Random): number {
  return Math.max(random(bytes.length + 1), random(bytes.length + 1));
}

/** Two places, the first in front of the second. */
function span(bytes: Uint8Array, random: Random): [number, number] {
  const one = somewhere(bytes, random);
  const other = somewhere(bytes, random);
  return one < other ? [one, other] : [other, one];
}

/** A line with its end, or what has none. */
function lineAt(bytes: Uint8Array, place: number): [number, number] {
  const from = place === 0 ? 0 : bytes.lastIndexOf(lineFeed, place - 1) + 1;
  const end = bytes.indexOf(lineFeed, place);
  return [from, end === -1 ? bytes.length : end + 1];
}

/** A run of digits behind a place: where a number stands. */
function numberAt(bytes: Uint8Array, place: number): [number, number] {
  const isDigit = (at: number) => bytes[at] !== undefined && bytes[at] >= 0x30 && bytes[at] <= 0x39;
  let from = place;
  while (from < bytes.length && !isDigit(from)) from += 1;
  let to = from;
  while (isDigit(to)) to += 1;
  return [from, to];
}

const flipBit: Damage = (bytes, random) => {
  const at = somewhere(bytes, random);
  const changed = Uint8Array.from(bytes);
  if (at < bytes.length) changed[at] = (bytes[at] ?? 0) ^ (1 << random(8));
  return changed;
};

const setByte: Damage = (bytes, random) => {
  const at = somewhere(bytes, random);
  return spliced(bytes, at, Math.min(at + 1, bytes.length), Uint8Array.of(random(256)));
};

const addPiece: Damage = (bytes, random) => {
  const at = somewhere(bytes, random);
  return spliced(bytes, at, at, pieces[random(pieces.length)] as Uint8Array);
};

const putPiece: Damage = (bytes, random) => {
  const [from, to] = span(bytes, random);
  return spliced(bytes, from, Math.min(to, from + random(60)), pieces[random(pieces.length)] as Uint8Array);
};

const drop: Damage = (bytes, random) => spliced(bytes, ...span(bytes, random), new Uint8Array());

const double: Damage = (bytes, random) => {
  const [from, to] = span(bytes, random);
  return spliced(bytes, to, to, bytes.subarray(from, to));
};

const cutEnd: Damage = (bytes, random) => bytes.subarray(0, somewhere(bytes, random));

const cutStart: Damage = (bytes, random) => bytes.subarray(random(bytes.length + 1));

const swapLines: Damage = (bytes, random) => {
  const [place, behind] = span(bytes, random);
  const first = lineAt(bytes, place);
  const second = lineAt(bytes, Math.max(behind, first[1]));
  const without = spliced(bytes, ...second, bytes.slice(...first));
  return spliced(without, ...first, bytes.slice(...second));
};

const repeatLine: Damage = (bytes, random) => {
  const [from, to] = lineAt(bytes, somewhere(bytes, random));
  const times = Math.min(1 + random(50), Math.floor(5_000 / (to - from + 1)));
  const line = bytes.subarray(from, to);
  const many = new Uint8Array(line.length * times);
  for (let at = 0; at < times; at += 1) many.set(line, at * line.length);
  return spliced(bytes, to, to, many);
};

const otherNumber: Damage = (bytes, random) => {
  const found = numberAt(bytes, somewhere(bytes, random));
  const piece = pieces[random(pieces.length)] as Uint8Array;
  return spliced(bytes, ...found, random(16) === 0 ? (heavy[random(3)]?.() ?? piece) : piece);
};

const addHeavy: Damage = (bytes, random) => {
  const at = somewhere(bytes, random);
  return spliced(bytes, at, at, heavy[random(heavy.length)]?.() ?? bytes);
};

const usual = [flipBit, setByte, addPiece, putPiece, drop, double, swapLines, repeatLine, otherNumber];
const seldom = [cutEnd, cutEnd, cutStart, addHeavy];

/** A file with some of its bytes, numbers and lines changed, added, dropped, doubled or swapped, or with an end cut off. */
export function damaged(sample: Uint8Array, random: Random): Uint8Array {
  let bytes = sample;
  for (let times = 1 + random(3); times > 0; times -= 1) {
    const some = random(16) === 0 ? seldom : usual;
    bytes = some[random(some.length)]?.(bytes, random) ?? bytes;
    if (bytes.length > longest) bytes = bytes.subarray(0, longest);
  }
  return bytes;
}

/** A file that no program has written: any bytes, or pieces and words of a sample in any order. */
export function invented(sample: Uint8Array, random: Random): Uint8Array {
  if (random(2) === 0) return Uint8Array.from({ length: random(4096) }, () => random(256));

  let bytes: Uint8Array = new Uint8Array();
  for (let times = random(60); times > 0; times -= 1) {
    const [from, to] = span(sample, random);
    const word = sample.subarray(from, Math.min(to, from + 1 + random(20)));
    const next = random(3) === 0 ? (pieces[random(pieces.length)] as Uint8Array) : word;
    bytes = spliced(bytes, bytes.length, bytes.length, next);
  }
  return bytes;
}
