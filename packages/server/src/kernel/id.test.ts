import { expect, test } from 'vitest';
import { isUuid, uuidv7 } from './id.ts';

test('uuidv7: ten thousand ids of one millisecond grow, and those of a clock set back too', () => {
  const now = Date.parse('2026-03-01T00:00:00Z');
  const ids = Array.from({ length: 10_000 }, () => uuidv7(now));
  ids.push(...Array.from({ length: 100 }, () => uuidv7(now - 86_400_000)));
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => isUuid(id) && id[14] === '7' && /[89ab]/.test(id[19] ?? ''))).toBe(true);
});
