export { createFirstKey } from './first-key.ts';
export { handlers } from './handlers.ts';
export { newSecret } from './rules.ts';
export { findKey } from './store.ts';
