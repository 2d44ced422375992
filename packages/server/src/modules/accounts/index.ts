export { handlers } from './handlers.ts';
export { checkKind, checkUpdate } from './rules.ts';
export { type Account, accounts, isUsed } from './store.ts';
