export { type App, type AppOptions, createApp } from './app.ts';
export type { Database } from './db/database.ts';
export { migrate, readMigrations } from './db/migrate.ts';
export { openEmbedded, openPostgres } from './db/pool.ts';
export { createFirstKey } from './modules/api-keys/index.ts';
