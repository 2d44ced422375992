import { expect, test } from 'vitest';
import { problemOfDatabase } from './problems.ts';

const withCode = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['a session that an administrator ended', withCode('57P01')],
  ['a session ended because another one crashed', withCode('57P02')],
  ['a database that recovers', withCode('57P03')],
  ['PgBouncer without a database behind it', withCode('08P01')],
  ['a network without a way', withCode('EHOSTUNREACH')],
  ['the statement under way', new Error('Connection terminated unexpectedly')],
  ['the statement after it', new Error('Client has encountered a connection error and is not queryable')],
  ['no connection to be had', new Error('timeout exceeded when trying to connect')],
])('unavailable: %s', (_, error) => {
  expect(problemOfDatabase(error)).toMatchObject({ code: 'unavailable', retryAfter: 2 });
});

test('a fault of our own is none of the database', () => {
  expect(problemOfDatabase(withCode('42601'))).toBeUndefined();
  expect(problemOfDatabase(new Error('undefined is not a function'))).toBeUndefined();
});
