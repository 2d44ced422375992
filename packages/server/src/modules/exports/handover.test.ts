import { expect, test } from 'vitest';
import { Handover, HandoverEnded } from './handover.ts';

const long = 60_000;

test('exports.content handover gives values in order and is never ahead by more than one', async () => {
  const handover = new Handover<number>(long);
  let put = 0;
  const producer = (async () => {
    for (let i = 1; i <= 50; i += 1) {
      await handover.put(i);
      put = i;
    }
    handover.end();
  })();

  const taken: number[] = [];
  for (let value = await handover.take(); value !== undefined; value = await handover.take()) {
    taken.push(value);
    await new Promise(setImmediate);
    expect(put).toBeLessThanOrEqual(taken.length + 1);
  }
  await producer;
  expect(taken).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
});

test('exports.content handover to a reader that takes nothing ends as stalled', async () => {
  const handover = new Handover<number>(20);
  await handover.put(1);
  await expect(handover.put(2)).rejects.toMatchObject({ reason: 'stalled' });
  await expect(handover.take()).rejects.toBeInstanceOf(HandoverEnded);
});

test('exports.content handover passes the first failure to both sides', async () => {
  const handover = new Handover<number>(long);
  const waiting = expect(handover.take()).rejects.toThrow('first');
  handover.fail(new Error('first'));
  handover.fail(new Error('second'));
  await waiting;
  await expect(handover.put(1)).rejects.toThrow('first');
});
