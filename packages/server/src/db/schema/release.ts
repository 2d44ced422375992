import { readVersion } from '../../version.ts';
import { type Migration, readMigrations } from './migration.ts';

/** What a version of this program brings: its migrations, and the schemas that it works on. */
export interface Release {
  version: string;
  migrations: readonly Migration[];
  /**
   * It speaks schemas from this number on, up to that of its last migration; and later ones as long as nothing was contracted
   * that it does not know of.
   */
  speaksFrom: number;
}

/** This program. Before 1.0 a server speaks its own schema and none before it. */
export function readRelease(): Release {
  const migrations = readMigrations(new URL('../../../migrations/', import.meta.url));
  return { version: readVersion(), migrations, speaksFrom: lastOf(migrations) };
}

export const speaksTo = (release: Release): number => lastOf(release.migrations);

const lastOf = (migrations: readonly Migration[]): number => migrations.at(-1)?.number ?? 0;

/** 7 as people know it: 0007. */
export const fourDigits = (number: number): string => String(number).padStart(4, '0');
