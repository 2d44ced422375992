export default {
  input: { main: 'src/main.ts' },
  platform: 'node',
  resolve: { conditionNames: ['@erp/source', 'node', 'import', 'default'] },
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
  },
};
