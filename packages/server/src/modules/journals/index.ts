export { handlers } from './handlers.ts';
export { isUsed as isJournalUsed, type Journal, journals } from './store.ts';
