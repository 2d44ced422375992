import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresPrograms } from './install-postgres.mjs';
import { type Postgres, start } from './postgres.mjs';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await start({ settings: { work_mem: '5MB' } });
});
afterAll(() => postgres.stop());

const query = (text: string) =>
  execFileSync(`${postgresPrograms}/psql`, ['-XAt', postgres.url, '-c', text], {
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('postgres.start runs on loopback, as a user who is not root, with the given settings', () => {
  expect(query('show listen_addresses')).toBe('127.0.0.1');
  expect(query('show unix_socket_directories')).toBe('');
  expect(query('show work_mem')).toBe('5MB');
  expect(query('show server_encoding')).toBe('UTF8');
});

test('postgres.restart after SIGKILL keeps what was committed, under the same address', async () => {
  const { pid, url } = postgres;
  query('create table kept (n int); insert into kept values (1)');

  await postgres.kill('SIGKILL');
  expect(isAlive(pid)).toBe(false);
  expect(() => query('select 1')).toThrow();

  await postgres.restart();
  expect(postgres.pid).not.toBe(pid);
  expect(postgres.url).toBe(url);
  expect(query('select n from kept')).toBe('1');
});

test('postgres.restart of a running server stops it first', async () => {
  const { pid } = postgres;
  await postgres.restart();
  expect(isAlive(pid)).toBe(false);
  expect(query('select n from kept')).toBe('1');
});

test('postgres.start explains a setting that PostgreSQL refuses', async () => {
  await expect(start({ settings: { work_mem: 'plenty' } })).rejects.toThrow(/did not start .*work_mem/s);
});
