export { handlers } from './handlers.ts';
export { runners } from './runners.ts';
export { forgetImports } from './store.ts';
