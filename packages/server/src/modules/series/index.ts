export { handlers } from './handlers.ts';
export { insertSeries, type Series, series } from './store.ts';
