// Generated from openapi/ by `npm run generate`. Do not edit.
export * as system from './system.ts';
export * as apiKeys from './api-keys.ts';
export * as tenants from './tenants.ts';
export * as accounts from './accounts.ts';
export * as journals from './journals.ts';
export * as series from './series.ts';
export * as currencies from './currencies.ts';
export * as dimensions from './dimensions.ts';
export * as parties from './parties.ts';
export * as years from './years.ts';
export * as periods from './periods.ts';
export * as entries from './entries.ts';
export * as settlements from './settlements.ts';
export * as imports from './imports.ts';
export * as exports from './exports.ts';
export * as reports from './reports.ts';
export * as audit from './audit.ts';
