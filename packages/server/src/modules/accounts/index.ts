export { handlers } from './handlers.ts';
export { checkKind, checkUpdate, policiesOf } from './rules.ts';
export { type Account, accounts, isUsed } from './store.ts';
