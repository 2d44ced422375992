// Lints the sources, bundles them to dist/erp.json, lints the bundle (what the house rules added is not in the sources), and
// writes its TypeScript types. Both files are committed; `npm run check` rebuilds and compares.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const here = new URL('.', import.meta.url);
const documentFile = new URL('dist/erp.json', here);
const redoclyBin = fileURLToPath(new URL('../node_modules/@redocly/cli/bin/cli.js', here));

function redocly(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [redoclyBin, ...args], {
    cwd: fileURLToPath(here),
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  if (status === 0) return;

  process.stderr.write(`redocly ${args.join(' ')}\n${stdout}${stderr}`);
  process.exit(status ?? 1);
}

redocly('lint', 'erp', '--max-problems=500');
redocly('bundle', 'erp');
redocly('lint', 'bundled', '--max-problems=500');

const document = JSON.parse(readFileSync(documentFile, 'utf8'));
// A field with a default may be left out of a request.
const types = await openapiTS(document, { defaultNonNullable: false });
const heading = '// Generated from openapi/ by `npm run generate`. Do not edit.\n';
writeFileSync(new URL('dist/erp.d.ts', here), heading + astToString(types));
