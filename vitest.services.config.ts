import { defineConfig, mergeConfig } from 'vitest/config';
import { filesOf, passOf } from './e2e/passes.mjs';
import settings from './vitest.config.ts';

// What `npm run test:services` runs once for each database of e2e/passes.mjs. Everything else is as in `npm test`, which leaves
// out what needs services.
const config = mergeConfig(settings, defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } }));

config.test.include = filesOf(passOf(process.env['ERP_TEST_PASS']));
config.test.exclude = ['**/node_modules/**'];

export default config;
