import { defineConfig } from 'vitest/config';

// Packages are tested from source: the condition `@erp/source` of their `exports`. Global setup runs in an environment of
// its own (`__vitest__`). No `import` or `module` here: vitest would hand these to Node, and pg's `require('pg-pool')` breaks.
const resolve = { conditions: ['@erp/source'] };

export default defineConfig({
  ssr: { resolve },
  environments: { __vitest__: { resolve } },
  test: {
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: './packages/server/test/global-setup.ts',
    include: ['packages/**/*.test.ts', 'e2e/**/*.test.ts', 'examples/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.{services,judges,long}.test.ts'],
  },
});
