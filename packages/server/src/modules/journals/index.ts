export { handlers } from './handlers.ts';
export { isUsed as isJournalUsed, journals } from './store.ts';
