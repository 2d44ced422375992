import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Channel } from '../channel.ts';
import { createProgress } from './progress.ts';

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
  vi.useFakeTimers({ toFake: ['performance'] });
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

test('progress: where nobody watches there is nothing', async () => {
  const progress = createProgress({ ...CHANNEL, format: 'json' });
  await progress.phase('Sending', 10);
  progress.reach(10);
  progress.stop();

  expect(written).toEqual([]);
});
