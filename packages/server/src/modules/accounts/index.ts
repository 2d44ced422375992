export { handlers } from './handlers.ts';
export { checkUpdate } from './rules.ts';
export { type Account, accounts, type ChartAccount, insertChartAccounts, isUsed } from './store.ts';
