import { fileURLToPath } from 'node:url';

export default {
  cwd: fileURLToPath(new URL('.', import.meta.url)),
  input: { main: 'src/main.ts' },
  platform: 'node',
  resolve: { conditionNames: ['@erp/source', 'node', 'import', 'default'] },
  output: {
    format: 'esm',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
  },
};
