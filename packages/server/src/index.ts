export { type App, type AppOptions, createApp } from './app.ts';
export { readConfig } from './config.ts';
export type { Database } from './db/database.ts';
export { openEmbedded, openPostgres } from './db/pool.ts';
export { readMigrations, readRelease, up as migrate } from './db/schema/index.ts';
export { createFirstKey } from './modules/api-keys/index.ts';
export { start } from './start.ts';
