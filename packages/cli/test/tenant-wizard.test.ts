import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportServer, startImportServer } from './import-server.ts';
import { erpOnTerminal } from './terminal.ts';

let server: ImportServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startImportServer();
  env = { ERP_URL: server.url, ERP_API_KEY: server.t.platformKey };
});
afterAll(() => server.close());

const erp = (...args: readonly string[]) => server.run(args, { env: { ...env, ERP_TENANT: '' } });

describe.runIf(existsSync('/usr/bin/script'))('erp tenant create on a terminal', () => {
  const answers = [
    ['Name of the tenant', 'Acme: no\r'],
    ['Country', 'FR\r'],
    ['Base currency', 'EUR\r'],
    ['Accounts to begin with', '\r'],
    ['First day of the first fiscal year', '2026\r'],
    ['"2026" is no day', '2026-07-01\r'],
  ] as const;

  test('erp tenant create asks, writes the file that apply takes, and makes the tenant by it', async () => {
    const slug = `${server.t.tenant.slug}-w`;
    const folder = mkdtempSync(join(server.folder, 'wizard-'));
    const dialogue = [...answers, [`Make ${slug} on`, 'y\r']] as const;
    const screen = await erpOnTerminal(['tenant', 'create', slug], env, dialogue, folder);
    expect(screen.code, screen.text).toBe(0);
    expect(screen.text).toContain(`${slug} (new): `);

    const file = join(folder, `${slug}.yaml`);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('# yaml-language-server: $schema=');
    expect(text).toContain('name: "Acme: no"');
    expect(text).toContain('chart: fr-pcg');
    expect(await erp('tenant', 'plan', '-f', file, '--prune', '-o', 'table')).toMatchObject({
      ...{ code: 0, stdout: `${slug}: nothing to do\n` },
    });
    const years = JSON.parse((await erp('year', 'list', '--tenant', slug)).stdout);
    expect(years).toMatchObject([{ code: '2027', start: '2026-07-01', end: '2027-06-30' }]);

    const again = await erpOnTerminal(['tenant', 'create', slug], env, answers, folder);
    expect(again.code).toBe(5);
    expect(again.text).toContain(`${slug} is there already`);
  });

  test('erp tenant create that is declined leaves the file and makes nothing', async () => {
    const slug = `${server.t.tenant.slug}-x`;
    const folder = mkdtempSync(join(server.folder, 'wizard-'));
    const dialogue = [...answers, [`Make ${slug} on`, 'n\r']] as const;
    const screen = await erpOnTerminal(['tenant', 'create', slug], env, dialogue, folder);
    expect(screen.code, screen.text).toBe(0);
    expect(screen.text).toContain(`Later: erp tenant apply -f ${slug}.yaml`);
    expect((await erp('tenant', 'get', slug)).code).toBe(7);
    expect((await erp('tenant', 'apply', '-f', join(folder, `${slug}.yaml`))).code).toBe(0);
  });
});
