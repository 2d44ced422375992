import { afterEach, expect, test, vi } from 'vitest';
import type { Database } from '../database.ts';
import { readRelease } from './release.ts';
import { attend, watchSchema } from './watch.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('migrations.servers a server that is kept waiting with its beat does not ask again and again', async () => {
  vi.useFakeTimers();
  let asked = 0;
  let answer: (() => void) | undefined;
  let isHeld = false;
  const owner = async () => {
    asked++;
    if (isHeld)
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
    return [];
  };
  const db = { embedded: false, owner } as unknown as Database;
  const leave = await attend(db, watchSchema(db, readRelease()), 'one');
  await vi.advanceTimersByTimeAsync(3_000);
  const perBeat = asked / 2;

  isHeld = true;
  const before = asked;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(before + 1);

  isHeld = false;
  answer?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toBe(before + perBeat);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(asked).toBe(before + 2 * perBeat);
  await leave();
});
