import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveLocalProfile } from './local-profile.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erp-profile-'));
});

afterEach(() => rm(folder, { recursive: true }));

const local = { url: 'http://127.0.0.1:4000', apiKey: 'erp_new' };

test('saveLocalProfile keeps other profiles and the current one, readable by its owner alone', async () => {
  const environment = { XDG_CONFIG_HOME: folder };
  const file = await saveLocalProfile(environment, { ...local, apiKey: 'erp_old' });
  const work = { url: 'https://erp.example.com', apiKey: 'erp_other', tenant: 'acme' };
  await writeFile(file, JSON.stringify({ version: 1, current: 'work', profiles: { work } }), { mode: 0o644 });

  await saveLocalProfile(environment, local);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    version: 1,
    current: 'work',
    profiles: { work, local },
  });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('saveLocalProfile does not write over a file that it cannot read', async () => {
  const environment = { XDG_CONFIG_HOME: folder };
  const file = await saveLocalProfile(environment, local);
  await writeFile(file, '{ not json');
  await expect(saveLocalProfile(environment, local)).rejects.toThrow(SyntaxError);
  expect(await readFile(file, 'utf8')).toBe('{ not json');
});
