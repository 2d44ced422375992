import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(8192);
let used = pool.length;

const hex = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/**
 * UUIDv7: 48 bits of milliseconds, then random. Ids that grow with time keep new rows at one end of an index; random ones
 * halve the speed of bulk inserts. PostgreSQL before 18 cannot make them.
 */
export function uuidv7(now: number): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const b = (i: number) => pool[used + i] ?? 0;
  const t = now.toString(16).padStart(12, '0');
  const id =
    `${t.slice(0, 8)}-${t.slice(8)}-7${hex[b(0)]?.[0]}${hex[b(1)]}-${hex[(b(2) & 0x3f) | 0x80]}${hex[b(3)]}-` +
    `${hex[b(4)]}${hex[b(5)]}${hex[b(6)]}${hex[b(7)]}${hex[b(8)]}${hex[b(9)]}`;
  used += 10;
  return id;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => uuid.test(text);

/** The tenant of what belongs to the platform itself: its keys, its audit rows, its idempotency keys. */
export const platformId = '00000000-0000-0000-0000-000000000000';
