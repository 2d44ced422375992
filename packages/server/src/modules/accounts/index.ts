export { handlers } from './handlers.ts';
export { type Account, accounts, insertChartAccounts } from './store.ts';
