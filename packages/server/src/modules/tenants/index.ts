export { handlers } from './handlers.ts';
export { createTenantFinder } from './store.ts';
