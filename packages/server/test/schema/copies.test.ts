import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { copyBefore, endTry } from '../../src/db/copies.ts';
import { readRelease, SchemaError, up } from '../../src/db/schema/index.ts';
import { type Opened, openDatabase } from '../../src/open-database.ts';
import { nextRelease } from './test-release.ts';

// What must never be lost: the last copy of an embedded database from before its schema was changed.

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'erp-copies-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

const copies = async () =>
  (await readdir(join(data, 'copies'))).filter((name) => name !== 'under-way').toSorted();

describe('migrations.copies of a folder', () => {
  const database = () => join(data, 'pg');
  const write = async (text: string) => {
    await mkdir(database(), { recursive: true });
    await writeFile(join(database(), 'books'), text);
  };
  const copied = (name: string) => readFile(join(data, 'copies', name, 'books'), 'utf8');
  const copy = (state: string, name: string) => copyBefore(data, { database: database(), state, name });

  test('migrations.copies a change that was cut off goes on beside the copy of its first try', async () => {
    await write('whole');
    await copy('at 7', 'first');
    await write('half changed');
    const second = await copy('at 8', 'second');
    expect(second).toMatchObject({ path: join(data, 'copies', 'first'), isOfEarlierTry: true });
    await second.finish();
    expect(await readdir(join(data, 'copies'))).toEqual(['first']);
    expect(await copied('first')).toBe('whole');
  });

  test('migrations.copies put back after a cut-off change and worked on for a week, it is copied again', async () => {
    await write('whole');
    await copy('at 7', 'first');
    await rm(database(), { recursive: true });
    await cp(join(data, 'copies', 'first'), database(), { recursive: true });
    await write('whole, and a week of work');
    expect(await copy('at 7', 'second')).toMatchObject({ isOfEarlierTry: false });
    expect(await copies()).toEqual(['second']);
    expect(await copied('second')).toBe('whole, and a week of work');
  });

  test('migrations.copies a half changed schema that a server has worked on since is copied again, beside the copy of before', async () => {
    await write('whole');
    await copy('at 7', 'first');
    await write('half changed, and a week of work');
    await endTry(data);
    const second = await copy('at 8', 'second');
    expect(second.isOfEarlierTry).toBe(false);
    expect(await copies()).toEqual(['first', 'second']);
    expect(await copied('second')).toBe('half changed, and a week of work');
    await second.discard();
    expect(await copies()).toEqual(['first']);
  });
});

describe('migrations.copies of a database', { timeout: 300_000 }, () => {
  let opened: Opened | undefined;
  beforeEach(async () => {
    opened = await openDatabase(readConfig(['--data', data], {}), () => undefined);
    await up(opened.db, readRelease());
  }, 300_000);
  afterEach(() => opened?.close());

  const upTo = (to: number) => opened?.withCopy(() => up(opened?.db as Opened['db'], nextRelease(), { to }));

  test('migrations.copies an up with nothing to do keeps the copy of the change before it', async () => {
    await upTo(101);
    const before = await copies();
    expect(before).toEqual([expect.stringMatching(/-at-000\d$/)]);
    await upTo(101);
    expect(await copies()).toEqual(before);
  });

  test('migrations.copies a copy that cannot be made says why, and gives the directory back', async () => {
    await writeFile(join(data, 'copies'), '');
    const failed = upTo(101);
    await expect(failed).rejects.toThrow(SchemaError);
    await expect(failed).rejects.toThrow(/^the database was not copied, so nothing was changed: E\w+: /);
    await opened?.close();
    opened = undefined;
    expect(existsSync(join(data, 'server.lock'))).toBe(false);
  });
});
