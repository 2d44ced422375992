export { readMigrations } from './migration.ts';
export { type PlannedStep, planOf, type SchemaStatus, statusOf } from './plan.ts';
export { SchemaConflict, SchemaError } from './problems.ts';
export { fourDigits, type Release, readRelease } from './release.ts';
export { pendingOf, readState } from './state.ts';
export { splitStatements } from './statements.ts';
export type { MigrationEvent } from './step.ts';
export { down, type Outcome, up, upQuickly, type Work } from './up.ts';
export { attend, type SchemaWatch, watchSchema } from './watch.ts';
