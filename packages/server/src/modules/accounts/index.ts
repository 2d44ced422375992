export { handlers } from './handlers.ts';
export { checkUpdate } from './rules.ts';
export { type Account, accounts, insertChartAccounts, isUsed } from './store.ts';
