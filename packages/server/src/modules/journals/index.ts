export { handlers } from './handlers.ts';
export { insertChartJournals, type Journal, journals } from './store.ts';
