import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Channel } from '../channel.ts';
import { createProgress, progressText } from './progress.ts';

const CHANNEL: Channel = {
  format: 'jsonl',
  explicit: true,
  interactive: false,
  colour: { stdout: false, stderr: false },
  quiet: false,
  debug: false,
};

let written: string[];

beforeEach(() => {
  written = [];
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] });
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('progress: with jsonl an event a second, and one at the end, with rate and time left', async () => {
  const progress = createProgress(CHANNEL);
  await progress.phase('Sending', 5000, 'lines');

  for (const done of [1000, 2000, 3000, 4000, 5000]) {
    vi.advanceTimersByTime(400);
    progress.reach(done);
  }
  progress.stop();

  const events = written.map((line): unknown => JSON.parse(line));
  const shared = { event: 'progress', phase: 'Sending', total: 5000, unit: 'lines' };
  expect(events).toEqual([
    { ...shared, done: 0, rate: 0, secondsLeft: null },
    { ...shared, done: 3000, rate: 2500, secondsLeft: 1 },
    { ...shared, done: 5000, rate: 2500, secondsLeft: 0 },
  ]);
});

test.each([
  [5000, 'rows', 0, 400, 'Work  5,000 rows'],
  [5000, 'rows', 0, 3200, 'Work  5,000 rows · 3 s'],
  [5000, undefined, 0, 3200, 'Work · 3 s'],
  [undefined, 'bytes', 0, 100, 'Work'],
  [5000, 'lines', 1000, 500, 'Work  1,000 of 5,000 lines · 2,000 lines/s · 2 s left'],
  [5000, undefined, 1000, 500, 'Work  1,000 of 5,000 · 2,000/s · 2 s left'],
  [5000, 'lines', 5200, 1000, 'Work  5,200 of 5,000 lines · 5,200 lines/s · 0 s left'],
])('progress: %s %s, %i of them after %i ms', (total, unit, done, now, text) => {
  expect(progressText({ name: 'Work', total, unit, startedAt: 0 }, done, now)).toBe(text);
});

test('progress: on a terminal it is taken away, and nothing goes on behind it', async () => {
  const progress = createProgress({ ...CHANNEL, format: 'table', interactive: true });
  await progress.phase('Checking', 5000, 'rows');
  expect(written.join('')).toContain('Checking  5,000 rows');

  progress.stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('progress: where nobody watches there is nothing', async () => {
  const progress = createProgress({ ...CHANNEL, format: 'json' });
  await progress.phase('Sending', 10);
  progress.reach(10);
  progress.stop();

  expect(written).toEqual([]);
});
