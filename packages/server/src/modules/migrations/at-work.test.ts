import { expect, test } from 'vitest';
import { oneAtATime } from './at-work.ts';

/** Work whose end the test gives, and which says what it is told to. */
function openWork() {
  let end: (outcome: string) => void = () => {};
  let fail: (error: Error) => void = () => {};
  let tell: (event: number) => void = () => {};
  let begun = 0;
  const act = (events: number[]) => {
    begun++;
    tell = (event) => events.push(event);
    return new Promise<string>((resolve, reject) => {
      end = resolve;
      fail = reject;
    });
  };
  return {
    act,
    begun: () => begun,
    end: (outcome: string) => end(outcome),
    fail: (error: Error) => fail(error),
    tell: (event: number) => tell(event),
  };
}

test('migrations.up a step that takes longer than calls is begun once, and the call after its end hears of it', async () => {
  const ask = oneAtATime<string, number>(1);
  const work = openWork();
  expect(await ask('up', work.act)).toEqual({ outcome: undefined, events: [] });
  work.tell(1);
  expect(await ask('up', work.act)).toEqual({ outcome: undefined, events: [1] });
  work.tell(2);
  work.end('done');
  expect(await ask('up', work.act)).toEqual({ outcome: 'done', events: [2] });
  expect(work.begun()).toBe(1);

  expect(await ask('up', work.act)).toEqual({ outcome: undefined, events: [] });
  expect(work.begun()).toBe(2);
});

test('migrations.up a step that fails behind the answer fails the next call, once', async () => {
  const ask = oneAtATime<string, number>(1);
  const work = openWork();
  await ask('up', work.act);
  work.fail(new Error('40 tries'));
  await expect(ask('up', work.act)).rejects.toThrow('40 tries');
  expect(await ask('up', work.act)).toEqual({ outcome: undefined, events: [] });
  expect(work.begun()).toBe(2);
});

test('migrations.down is refused while up is under way; what up came to is not its answer', async () => {
  const ask = oneAtATime<string, number>(1);
  const up = openWork();
  const down = openWork();
  await ask('up', up.act);
  await expect(ask('down to 3', down.act)).rejects.toThrow(
    'this server is at work on `up`: wait for its end, then run this again',
  );
  up.end('up');
  await new Promise((resolve) => setImmediate(resolve));
  expect(await ask('down to 3', down.act)).toEqual({ outcome: undefined, events: [] });
  down.end('down');
  expect(await ask('down to 3', down.act)).toEqual({ outcome: 'down', events: [] });
});

test('migrations.up may go on while somebody asks, and no longer', async () => {
  const ask = oneAtATime<string, number>(0);
  let mayGoOn = () => true;
  const act = (_: number[], asked: () => boolean) => {
    mayGoOn = asked;
    return new Promise<string>(() => {});
  };
  await ask('up', act);
  expect(mayGoOn()).toBe(false);
});
