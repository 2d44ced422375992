import { ConfigError } from './config.ts';
import { DirectoryInUse } from './db/data-directory.ts';
import { SchemaError } from './db/schema/index.ts';

/** What went wrong, in one sentence for who typed the command; undefined for a fault of ours. */
export function sentenceOf(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof SchemaError || error instanceof DirectoryInUse) {
    return error.message;
  }
  const { code, message } = firstOf(error as NodeJS.ErrnoException);
  switch (code) {
    case 'EADDRINUSE':
      return `${message}: another program listens there; give another --port`;
    case 'EADDRNOTAVAIL':
      return `${message}: this machine has no such address; give another --host`;
    case 'EACCES':
    case 'EPERM':
    case 'EEXIST':
    case 'ENOTDIR':
    case 'EROFS':
    case 'ENOSPC':
      return message;
    case 'ERR_INVALID_URL':
      return '--database-url is no URL: postgres://user:password@host:5432/database';
    case '42501':
      return `the user of --database-url may not do what the first start needs (CREATEROLE, and CREATE in the database): ${message}`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case '28000':
    case '28P01':
    case '3D000':
      return `the database of --database-url does not answer: ${message}`;
    default:
      return undefined;
  }
}

/** A name with several addresses fails once for each of them. */
const firstOf = (error: NodeJS.ErrnoException): NodeJS.ErrnoException =>
  error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException) : error;
