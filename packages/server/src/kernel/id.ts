import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(8192);
let used = pool.length;

const hex = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/** The last millisecond an id was made for, and how many were made in it. */
let last = 0;
let count = 0;
const countsOfMillisecond = 0x1000;

/**
 * UUIDv7: 48 bits of milliseconds, a count of 12 bits, 62 random bits. Ids of this process only grow, also within a
 * millisecond and when the clock is set back: entries of one batch sort as they came. Ids that grow keep new rows at one end
 * of an index, random ones halve the speed of bulk inserts; PostgreSQL before 18 cannot make them.
 */
export function uuidv7(now: number): string {
  if (now > last) {
    last = now;
    count = 0;
  } else if (++count === countsOfMillisecond) {
    last += 1;
    count = 0;
  }

  if (used + 8 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = (i: number) => pool[used + i] ?? 0;
  const byte = (i: number) => hex[random(i)] ?? '';
  const t = last.toString(16).padStart(12, '0');
  const n = count.toString(16).padStart(3, '0');
  const variant = hex[(random(0) & 0x3f) | 0x80] ?? '';
  const id =
    `${t.slice(0, 8)}-${t.slice(8)}-7${n}-${variant}${byte(1)}-` +
    `${byte(2)}${byte(3)}${byte(4)}${byte(5)}${byte(6)}${byte(7)}`;
  used += 8;
  return id;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => uuid.test(text);

/** The tenant of what belongs to the platform itself: its keys, its audit rows, its idempotency keys. */
export const platformId = '00000000-0000-0000-0000-000000000000';
