import { defineConfig, mergeConfig } from 'vitest/config';
import settings from './vitest.config.ts';

// What `npm run test:services` runs: the server's own tests once more, now on PostgreSQL (ERP_TEST_DATABASE_URL), and the tests
// that need real services. Everything else is as in `npm test`, which leaves the latter out.
const config = mergeConfig(settings, defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } }));

config.test.include = ['packages/server/**/*.test.ts', 'e2e/**/*.services.test.ts'];
config.test.exclude = ['**/node_modules/**'];

export default config;
