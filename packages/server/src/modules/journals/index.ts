export { handlers } from './handlers.ts';
export { type ChartJournal, insertChartJournals, journals } from './store.ts';
