export { createFirstKey } from './first-key.ts';
export { handlers } from './handlers.ts';
export { findKey } from './store.ts';
