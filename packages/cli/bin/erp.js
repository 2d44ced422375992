#!/usr/bin/env node
// Committed, because npm links only a bin that exists at install; the program itself is built into dist/.
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write('erp is not built yet. Run: npm run build\n');
  process.exitCode = 1;
}
