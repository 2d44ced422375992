export { handlers } from './handlers.ts';
export { checkFormat, checkUpdate as checkSeriesUpdate } from './rules.ts';
export { insertSeries, isUsed as isSeriesUsed, type Series, series } from './store.ts';
