export { handlers } from './handlers.ts';
export { createTenantFinder, type Tenant } from './store.ts';
