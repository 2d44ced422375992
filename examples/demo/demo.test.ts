import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

/** As long as a busy machine may need; a test takes seconds. */
const minutes = (count: number): number => count * 60_000;

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'examples/demo/demo.mjs');

/** Where `npm run demo` would be called; the demo of whoever runs the tests is left alone. */
const place = mkdtempSync(join(tmpdir(), 'erp-demo-'));
afterAll(() => rmSync(place, { recursive: true }));

/** A user with settings of their own, which the demo must neither use nor change. */
const env = {
  ...process.env,
  XDG_CONFIG_HOME: join(place, 'home'),
  ERP_URL: 'http://127.0.0.1:9',
  ERP_TENANT: 'production',
  ERP_PROFILE: 'production',
};

interface Run {
  code: number | null;
  output: string;
}

/** Runs a program to its end; `when` sees the output as it grows. */
async function run(
  args: string[],
  when?: (output: string, child: ReturnType<typeof spawn>) => void,
  environment: NodeJS.ProcessEnv = env,
): Promise<Run> {
  const child = spawn(process.execPath, args, {
    cwd: place,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      when?.(output, child);
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** The process that holds the database of the demo. */
const serverPid = (): number => Number(readFileSync(join(place, '.erp/demo/server.lock'), 'utf8'));

test(
  'demo: the whole tour, in plain lines; then the lines to try next, as they are printed',
  async () => {
    const demo = await run([program, '--entries', '200']);

    expect(demo.output).toContain('Same books: ');
    expect(demo.output).toMatch(
      /\$ erp import ledger \.erp\/demo\/books\.csv --tenant acme\n✔ 200 entries, /,
    );
    expect(demo.output).toMatch(/\d+ more: erp report trial-balance --tenant acme --to 2025-12-31/);
    expect(demo.output).not.toContain('\u001b');
    expect(demo.code).toBe(0);
    expect(existsSync(join(place, '.erp/demo/server.lock'))).toBe(false);
    expect(existsSync(join(place, 'home'))).toBe(false);

    const key = readFileSync(join(place, '.erp/demo/api-key'), 'utf8').trim();
    expect(statSync(join(place, '.erp/demo/api-key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(place, '.erp/demo/server.log'), 'utf8')).not.toContain(key);

    await tryNext(demo.output);
  },
  minutes(5),
);

/** Types what the demo printed last, as a user who has set nothing. */
async function tryNext(output: string): Promise<void> {
  const lines = [...output.matchAll(/^ {2}npx (erp\S*) (.*?)(?: {3,}.*)?$/gm)];
  const [server, ...commands] = lines.map(([, name, args = '']) => ({
    bin: join(root, name === 'erp' ? 'packages/cli/bin/erp.js' : 'packages/server/bin/erp-server.js'),
    args: args.split(' '),
  }));
  expect(commands).toHaveLength(3);

  const { ERP_URL: _, ERP_TENANT: __, ERP_PROFILE: ___, ...unset } = env;
  const results: Run[] = [];
  const served = await run(
    [server?.bin ?? '', ...(server?.args ?? [])],
    (said, child) => {
      if (!/ on http:\S+, embedded/.test(said) || results.length > 0) return;
      results.push({ code: null, output: '' });
      void (async () => {
        for (const { bin, args } of commands) results.push(await run([bin, ...args], undefined, unset));
        child.kill('SIGTERM');
      })();
    },
    unset,
  );
  const [, login, ledger, broken] = results;

  expect(served.code).toBe(0);
  expect(login).toMatchObject({ code: 0 });
  expect(ledger).toMatchObject({ code: 0, output: expect.stringContaining('141100') });
  expect(broken?.code).toBe(1);
  for (const code of [
    'amount_format',
    'account_unknown',
    'unbalanced',
    'date_invalid',
    'amount_both_sides',
  ]) {
    expect(broken?.output).toContain(code);
  }
}

test(
  'demo stopped by Ctrl-C: exit 130, and its server is gone',
  async () => {
    let pid = 0;
    const demo = await run([program, '--entries', '200'], (output, child) => {
      if (pid !== 0 || !output.includes('✔ Server on')) return;
      pid = serverPid();
      child.kill('SIGINT');
    });

    expect(demo.output).toContain('Interrupted: the server is stopped.');
    expect(demo.output).not.toContain('✖');
    expect(demo.code).toBe(130);
    expect(isRunning(pid)).toBe(false);
  },
  minutes(2),
);

test(
  'demo whose server dies: that step, its error, the log, exit 1',
  async () => {
    let killed = false;
    const demo = await run([program, '--entries', '200'], (output) => {
      if (killed || !output.includes('✔ Made up')) return;
      killed = true;
      process.kill(serverPid(), 'SIGKILL');
    });

    expect(demo.output).toMatch(/\$ erp tenant create [^\n]*\n✖ [\s\S]*error: cannot reach http:/);
    expect(demo.output).toMatch(/The last lines of \.erp\/demo\/server\.log:\n {2}\S/);
    expect(demo.code).toBe(1);
  },
  minutes(2),
);

test('demo --clean removes the folder, but not under a server that runs', async () => {
  const folder = join(place, '.erp/demo');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'server.lock'), `${process.pid}\n`);
  const refused = await run([program, '--clean']);
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining(`process ${process.pid}`) });
  expect(existsSync(folder)).toBe(true);

  rmSync(join(folder, 'server.lock'));
  expect(await run([program, '--clean'])).toMatchObject({ code: 0 });
  expect(existsSync(join(place, '.erp'))).toBe(false);
});

test('demo with an option that it does not have: usage, exit 2', async () => {
  expect(await run([program, '--entries', '0'])).toMatchObject({ code: 2 });
  expect(await run([program, '--enties', '5'])).toMatchObject({
    code: 2,
    output: expect.stringContaining('Usage: npm run demo'),
  });
});
