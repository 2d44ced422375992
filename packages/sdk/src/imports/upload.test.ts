import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { json, problem, type ScriptedServer, type Step, scriptedServer } from '../../test/scripted-server.ts';
import { createErp } from '../core/erp.ts';
import { cutParts } from './parts.ts';

async function partsOf(rows: Iterable<object | string>, size: number, held = 1): Promise<string[]> {
  const parts: string[] = [];
  const kept: Uint8Array[] = [];
  const read = () => parts.push(new TextDecoder().decode(kept.shift()));
  for await (const { number, bytes } of cutParts(rows, size, held)) {
    expect(number).toBe(parts.length + kept.length + 1);
    kept.push(bytes);
    // As late as it may be read.
    if (kept.length === held) read();
  }
  while (kept.length > 0) read();
  return parts;
}

describe('parts', () => {
  test('imports.putPart: every row whole and in order, no part over its size, none that could have held more', async () => {
    const rows = fc.array(fc.record({ name: fc.string({ unit: 'grapheme', maxLength: 20 }) }), {
      maxLength: 40,
    });

    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({ min: 150, max: 400 }),
        fc.nat({ max: 3 }),
        async (given, size, more) => {
          const fits = given.filter((row) => Buffer.byteLength(JSON.stringify(row)) < size);
          const parts = await partsOf(fits, size, 1 + more);

          expect(parts.join('')).toBe(fits.map((row) => `${JSON.stringify(row)}\n`).join(''));
          for (const [index, part] of parts.entries()) {
            expect(Buffer.byteLength(part)).toBeLessThanOrEqual(size);
            const next = parts[index + 1]?.split('\n')[0];
            if (next !== undefined) expect(Buffer.byteLength(`${part}${next}\n`)).toBeGreaterThan(size);
          }
        },
      ),
    );
  });

  test('imports.putPart: lines and objects give the same parts, and no rows give none', async () => {
    const rows = [{ a: 'é' }, { b: 2 }];
    const lines = ['{"a":"é"}\n', '{"b":2}\r\n'];

    expect(await partsOf(lines, 100)).toEqual(await partsOf(rows, 100));
    expect(await partsOf([], 100)).toEqual([]);
  });

  test('imports.putPart: a row that fits exactly is taken, one byte more is refused', async () => {
    const row = 'x'.repeat(9);
    expect(await partsOf([row, row], 10)).toEqual([`${row}\n`, `${row}\n`]);
    await expect(partsOf([row], 9)).rejects.toMatchObject({ code: 'body_too_large' });
  });
});

describe('upload', () => {
  let server: ScriptedServer;
  afterEach(() => server.close());

  const rows = Array.from({ length: 10 }, (_, index) => ({ record: 'account', code: `41100${index}` }));
  const lines = rows.map((row) => `${JSON.stringify(row)}\n`);
  const partSize = Buffer.byteLength(lines[0] ?? '') * 3;

  const session = (next: number) => json(200, { parts: { received: next - 1, next, bytes: 0 } });
  const kept: Step = json(200, { part: 1 });

  async function uploadOver(options: { partSize: number; verifyFirst?: boolean }, ...script: Step[]) {
    server = await scriptedServer(...script);
    const erp = createErp({ baseUrl: server.url, auth: 'k', maxRetryAfter: 10 });
    const progress: number[] = [];
    const result = erp.imports.upload('i', rows, {
      ...options,
      onProgress: ({ rows: sent }) => progress.push(sent),
    });
    return { result, progress };
  }

  test('imports.putPart: all parts in order, progress after each', async () => {
    const { result, progress } = await uploadOver({ partSize }, session(1), kept);

    expect(await result).toEqual({ parts: 4, rows: 10, bytes: Buffer.byteLength(lines.join('')) });
    expect(progress).toEqual([3, 6, 9, 10]);
    expect(new Map(server.received.slice(1).map(({ url, body }) => [url, body]))).toEqual(
      new Map([
        ['/v1/imports/i/parts/1', lines.slice(0, 3).join('')],
        ['/v1/imports/i/parts/2', lines.slice(3, 6).join('')],
        ['/v1/imports/i/parts/3', lines.slice(6, 9).join('')],
        ['/v1/imports/i/parts/4', lines[9]],
      ]),
    );
  });

  /** Answers a part only when it is told to. */
  function held() {
    const waiting: { part: number; answer: () => void }[] = [];
    const step: Step = (response, request) => {
      const part = Number(/\d+$/.exec(request.url)?.[0]);
      waiting.push({ part, answer: () => kept(response, request) });
    };
    const arrived = (parts: number[]) =>
      expect.poll(() => waiting.map(({ part }) => part).sort(), { timeout: 20_000 }).toEqual(parts);
    const answer = (part: number) => {
      const [one] = waiting.splice(
        waiting.findIndex((each) => each.part === part),
        1,
      );
      one?.answer();
    };
    return { step, arrived, answer };
  }

  test('imports.putPart: three are on their way at once, and progress follows their order', async () => {
    const { step, arrived, answer } = held();
    const { result, progress } = await uploadOver({ partSize }, session(1), step);

    await arrived([1, 2, 3]);
    answer(3);
    answer(2);
    await arrived([1]);
    expect(progress).toEqual([]);
    answer(1);
    await arrived([4]);
    expect(progress).toEqual([3, 6, 9]);
    answer(4);
    expect(await result).toMatchObject({ parts: 4, rows: 10 });
  });

  test('imports.putPart: nothing follows a part that describes a currency until it is there', async () => {
    const { step, arrived, answer } = held();
    server = await scriptedServer(session(1), step);
    const erp = createErp({ baseUrl: server.url, auth: 'k' });
    const currency = '{"record":"currency","code":"XAU","exponent":3}';
    const size = currency.length + 1;
    const result = erp.imports.upload('i', ['{"record":"line"}', currency, '{"record":"line"}'], {
      partSize: size,
    });

    await arrived([1, 2]);
    answer(1);
    await arrived([2]);
    answer(2);
    await arrived([3]);
    answer(3);
    expect(await result).toMatchObject({ parts: 3, rows: 3 });
  });

  test('imports.putPart: a failure is told when what else was on its way has ended', async () => {
    const { step, arrived, answer } = held();
    const refuse = problem(409, 'part_conflict');
    const { result } = await uploadOver({ partSize }, session(1), (response, request) =>
      (request.url.endsWith('/1') ? refuse : step)(response, request),
    );
    let told = false;
    const end = result.catch((error: unknown) => {
      told = true;
      return error;
    });

    await arrived([2, 3]);
    answer(2);
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 300))]);
    expect(told).toBe(false);
    answer(3);
    expect(await end).toMatchObject({ code: 'part_conflict' });
  });

  test('imports.putPart: begun again, only what the server lacks is sent, and all of it is counted', async () => {
    const { result, progress } = await uploadOver({ partSize }, session(3), kept);

    expect(await result).toMatchObject({ parts: 4, rows: 10 });
    expect(progress).toEqual([3, 6, 9, 10]);
    expect(
      server.received
        .slice(1)
        .map(({ url }) => url)
        .sort(),
    ).toEqual(['/v1/imports/i/parts/3', '/v1/imports/i/parts/4']);
  });

  test('imports.putPart: begun again, the first part proves that the rows are the same', async () => {
    const { result } = await uploadOver(
      { partSize, verifyFirst: true },
      session(3),
      problem(409, 'part_conflict'),
    );

    await expect(result).rejects.toMatchObject({ code: 'part_conflict' });
    expect(server.received.slice(1).map(({ url }) => url)).toEqual(['/v1/imports/i/parts/1']);
  });

  test('imports.putPart.409: another file under the same session stops the upload', async () => {
    const { result } = await uploadOver({ partSize }, session(1), (response, request) =>
      (request.url.endsWith('/1') ? problem(409, 'part_conflict') : kept)(response, request),
    );

    await expect(result).rejects.toMatchObject({ code: 'part_conflict', status: 409 });
    expect(server.received.map(({ url }) => url)).not.toContain('/v1/imports/i/parts/4');
  });

  test('imports.putPart: a failure of the source is the failure of the upload', async () => {
    server = await scriptedServer(session(1), kept);
    const erp = createErp({ baseUrl: server.url, auth: 'k' });
    async function* broken() {
      yield* rows;
      throw new Error('the disk is gone');
    }

    await expect(erp.imports.upload('i', broken(), { partSize })).rejects.toThrow('the disk is gone');
  });
});
