import { type Release, readMigrations, readRelease } from '../../src/db/schema/index.ts';

/** Migrations of every kind, on top of the real ones: what the version after this one might bring. */
export function nextRelease(more: Partial<Release> = {}): Release {
  const present = readRelease();
  const next = readMigrations(new URL('./migrations/', import.meta.url));
  return {
    version: '9.9.0',
    migrations: [...present.migrations, ...next],
    speaksFrom: 101,
    ...more,
  };
}

/** The next release up to a number, as if it had been made then. */
export function releaseUpTo(number: number): Release {
  const { migrations, ...next } = nextRelease();
  return { ...next, migrations: migrations.filter((migration) => migration.number <= number) };
}
