export { handlers } from './handlers.ts';
export { insertChartJournals, journals } from './store.ts';
