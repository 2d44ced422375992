import { readFileSync } from 'node:fs';

/** The version of this package, as `GET /version` and `--version` tell it. */
export const readVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;
