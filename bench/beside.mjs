// Import and trial balance of a ledger of 355,473 lines beside programs that read plain text, where they are installed.
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createErp } from '@erp/sdk';
import { childSeconds, cpuSeconds, erp, startServer } from './process.mjs';

const generator = fileURLToPath(new URL('../../shared/tools/gen_ledger.py', import.meta.url));
const entries = 100_000;

/** @type {import('./bench.mjs').Section} */
export async function benchBeside(postgres, createDatabase, home, { scale }) {
  if (!existsSync(generator))
    return [{ what: 'the generator of the ledger', measured: 'not present', aim: '' }];
  const folder = join(home, 'plain');
  run('python3', [generator, String(Math.round(entries * scale)), folder]);
  const lines = await canonical(join(folder, 'lines.csv'), join(folder, 'books.csv'));

  const rows = await ours(postgres, createDatabase, home, join(folder, 'books.csv'), lines);
  const programs = [
    { name: 'ledger bal', command: 'ledger', args: ['-f', join(folder, 'ledger.journal'), 'bal', '--flat'] },
    {
      name: 'hledger bal',
      command: 'hledger',
      args: ['-f', join(folder, 'ledger.journal'), 'bal', '--flat'],
    },
    {
      name: 'bean-query',
      command: 'bean-query',
      args: [join(folder, 'ledger.beancount'), 'select account, sum(position) group by account'],
    },
  ];
  for (const { name, command, args } of programs) {
    const measured =
      spawnSync('which', [command]).status === 0 ? inSeconds(run(command, args)) : 'not present';
    rows.push({ what: `\`${name}\` of the same ledger`, measured, aim: '' });
  }
  return rows;
}

/**
 * @param {{ pid: number }} postgres
 * @param {(name: string) => Promise<string>} createDatabase
 * @param {string} home
 * @param {string} csv
 * @param {number} lines
 */
async function ours(postgres, createDatabase, home, csv, lines) {
  const server = await startServer(['--database-url', await createDatabase('beside')], home);
  try {
    const { url, apiKey } = server;
    const identity = { slug: 'books', name: 'Books', country: 'FR', baseCurrency: 'EUR', timezone: 'UTC' };
    await createErp({ baseUrl: url, auth: apiKey }).tenants.create(identity);
    const env = {
      ERP_URL: url,
      ERP_API_KEY: apiKey,
      ERP_TENANT: 'books',
      XDG_CONFIG_HOME: home,
      XDG_STATE_HOME: home,
    };
    const used = () => childSeconds() + cpuSeconds(server.pid) + cpuSeconds(postgres.pid);

    const before = used();
    const imported = await erp(['import', 'ledger', csv, '-o', 'json'], env);
    if (JSON.parse(imported.stdout).lines !== lines) throw new Error(`the import wrote ${imported.stdout}`);
    const between = used();
    const report = await erp(['report', 'trial-balance', '--year', '2025', '-o', 'json'], env);
    return [
      {
        what: `import of ${lines.toLocaleString('en')} lines, once`,
        measured: inSeconds({ seconds: imported.seconds, cpu: between - before }),
        aim: '',
      },
      {
        what: '`erp report trial-balance`, each time',
        measured: inSeconds({ seconds: report.seconds, cpu: used() - between }),
        aim: '',
      },
    ];
  } finally {
    await server.stop();
  }
}

/** Runs a program to its end. @param {string} command @param {string[]} args */
function run(command, args) {
  const before = childSeconds();
  const started = performance.now();
  const { status, stderr } = spawnSync(command, args, { maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return { seconds: (performance.now() - started) / 1000, cpu: childSeconds() - before };
}

/** @param {{ seconds: number, cpu: number }} took */
const inSeconds = ({ seconds, cpu }) => `${seconds.toFixed(1)} s, CPU ${cpu.toFixed(1)} s`;

/**
 * The generated lines in our columns. They have amounts in three currencies and no rates; at par every entry balances, and the
 * work is the same.
 *
 * @param {string} from
 * @param {string} to
 */
async function canonical(from, to) {
  const out = createWriteStream(to);
  out.write(
    'entry,date,journal,account,party,entry_description,debit,credit,currency,currency_debit,currency_credit\n',
  );
  let lines = -1;
  for await (const line of createInterface({ input: createReadStream(from) })) {
    lines += 1;
    if (lines === 0) continue;
    const [debit, credit, currency] = line.split(',').slice(-3);
    out.write(currency === 'EUR' ? `${line},,\n` : `${line},${debit},${credit}\n`);
  }
  await new Promise((resolve) => out.end(() => resolve(undefined)));
  return lines;
}
