// A year of books: trial balance and export beside plain SQL.
import { join } from 'node:path';
import { writeBooks } from '@erp/examples/books';
import { createErp } from '@erp/sdk';
import pg from 'pg';
import { erp, startServer } from './process.mjs';

const entries = 140_000;

/**
 * @type {import('./bench.mjs').Section}
 */
export async function benchBooks(_postgres, createDatabase, home) {
  const database = await createDatabase('books');
  const server = await startServer(['--database-url', database], home);
  const client = new pg.Client(database);
  await client.connect();
  try {
    const { url, apiKey } = server;
    const identity = { slug: 'books', name: 'Books', country: 'FR', baseCurrency: 'EUR', timezone: 'UTC' };
    await createErp({ baseUrl: url, auth: apiKey }).tenants.create({ ...identity, chart: 'international' });
    const csv = join(home, 'books.csv');
    const { lines } = writeBooks(csv, { entries, seed: 7 });

    const env = {
      ERP_URL: url,
      ERP_API_KEY: apiKey,
      ERP_TENANT: 'books',
      XDG_CONFIG_HOME: home,
      XDG_STATE_HOME: home,
    };
    const imported = await erp(['import', 'ledger', csv, '-o', 'json'], env);
    const receipt = JSON.parse(imported.stdout);
    if (receipt.lines !== lines || receipt.rejected !== 0)
      throw new Error(`the import wrote ${imported.stdout}`);

    const headers = { authorization: `Bearer ${apiKey}`, 'erp-tenant': 'books' };
    const report = await seconds(async () => {
      const reply = await fetch(`${url}/v1/reports/trial-balance`, { headers });
      if (!reply.ok) throw new Error(`the trial balance was answered ${reply.status}`);
      await reply.arrayBuffer();
    });
    const summed = await seconds(() => client.query(sumOfLines));
    /** @param {string} format */
    const exportAs = (format) =>
      erp(['export', 'ledger', '--format', format, '--out', join(home, `out.${format}`), '-o', 'json'], env);
    const asCsv = await exportAs('csv');
    const asJsonl = await exportAs('jsonl');
    const sdk = createErp({ baseUrl: url, auth: apiKey, tenant: 'books' });
    const first = { csv: await firstByte(sdk, 'csv'), jsonl: await firstByte(sdk, 'jsonl') };
    const copyTo = await seconds(() =>
      client.query(`copy (${everyLine}) to program 'cat > /dev/null' with csv header`),
    );

    const x = (/** @type {number} */ a, /** @type {number} */ b) => `${(a / b).toFixed(2)} x`;
    const mb = (/** @type {number} */ n) => `${Math.round(n)} MB`;
    return [
      { what: 'trial balance to the sum of all lines in SQL', measured: x(report, summed), aim: 'below 1 x' },
      {
        what: 'export as CSV to COPY TO of the same join',
        measured: x(asCsv.seconds, copyTo),
        aim: 'at most 1.5 x',
      },
      {
        what: 'export as JSONL to the same',
        measured: x(asJsonl.seconds, copyTo),
        aim: 'at most 1.5 x',
      },
      {
        what: 'first byte as CSV, as JSONL',
        measured: `${first.csv.toFixed(2)} s, ${first.jsonl.toFixed(2)} s`,
        aim: 'below 1 s',
      },
      {
        what: 'peak memory of the exporting client',
        measured: mb(Math.max(asCsv.peakMegabytes, asJsonl.peakMegabytes)),
        aim: 'below 150 MB',
      },
    ];
  } finally {
    await client.end();
    await server.stop();
  }
}

/** The second of two runs. @param {() => Promise<unknown>} work */
async function seconds(work) {
  await work();
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/**
 * From asking for the export to its first bytes.
 *
 * @param {import('@erp/sdk').Erp} erp
 * @param {'csv' | 'jsonl'} format
 */
async function firstByte(erp, format) {
  const started = performance.now();
  const { id } = await erp.exports.create({ format });
  for await (const _ of erp.exports.download(id)) return (performance.now() - started) / 1000;
  throw new Error('the export has no bytes');
}

const sumOfLines = `
  select a.code, sum(l.debit), sum(l.credit)
  from lines l join accounts a on a.tenant_id = l.tenant_id and a.id = l.account_id
  group by a.code`;

const everyLine = `
  select e.id, e.kind, j.code, s.code, e.number, e.entry_date, e.period, e.document_ref, e.document_date, e.tax_date,
    e.validated_on, e.description, a.code, p.code, l.description, l.debit, l.credit, l.currency, l.currency_debit,
    l.currency_credit, l.rate, l.due_date, l.value_date, l.quantity, l.unit, e.external_id, a.name, a.type, j.name, p.name
  from lines l
  join entries e on e.tenant_id = l.tenant_id and e.id = l.entry_id
  join journals j on j.tenant_id = l.tenant_id and j.id = e.journal_id
  join series s on s.tenant_id = l.tenant_id and s.id = e.series_id
  join accounts a on a.tenant_id = l.tenant_id and a.id = l.account_id
  left join parties p on p.tenant_id = l.tenant_id and p.id = l.party_id
  order by e.validated_on, e.posted_at, e.id, l.position`;
