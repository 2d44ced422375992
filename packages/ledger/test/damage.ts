import { encoder } from './reading.ts';

/** A small generator of numbers below `limit` (mulberry32), so that a seed names the files. */
export function randomFrom(start: number): (limit: number) => number {
  let state = start >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** What breaks one format or another. */
const pieces = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\0',
  '\ufeff',
  '-',
  '0',
  '9'.repeat(40),
  'é',
  '😀',
  '{',
  '[',
  '}',
  '\\',
];

/** A sample with some bytes changed, added, dropped or doubled, or with its end cut off. */
export function damaged(sample: Uint8Array, random: (limit: number) => number): Uint8Array {
  let bytes = Uint8Array.from(sample);
  const at = () => random(bytes.length + 1);

  for (let times = 1 + random(6); times > 0; times -= 1) {
    const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
    const middle = [
      () => Uint8Array.of(random(256)),
      () => encoder.encode(pieces[random(pieces.length)] ?? ''),
      () => new Uint8Array(),
      () => Uint8Array.from([...bytes.subarray(from, to), ...bytes.subarray(from, to)]),
    ][random(4)]?.();
    const end = random(2) === 0 ? to : Math.min(from + 1, bytes.length);
    bytes = Uint8Array.from([...bytes.subarray(0, from), ...(middle ?? []), ...bytes.subarray(end)]);
    if (random(5) === 0) bytes = bytes.subarray(0, at());
    if (bytes.length > 20_000) bytes = bytes.subarray(0, 20_000);
  }
  return bytes;
}
