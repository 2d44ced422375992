// `erp-server` as the version after this one might be: the same program with migrations of every kind on top of its own.
import { readConfig, readMigrations, readRelease, start } from '@erp/server';

const folder = new URL('../../packages/server/test/schema/migrations/', import.meta.url);

await start(process.argv.slice(2), process.env, readConfig, {
  version: '9.9.0',
  migrations: [...readRelease().migrations, ...readMigrations(folder)],
  speaksFrom: 101,
});
