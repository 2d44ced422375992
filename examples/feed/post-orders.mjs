// Posts the orders of a shop, one JSON object a line, as journal entries. It keeps no state of its own: stopped at any
// moment, it is simply run again, and each order has one entry. See README.md.
import { createReadStream } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { createErp, ErpConnectionError, ErpError } from '@erp/sdk';
import { entryOf, externalIdOf } from './order-entry.mjs';

/** @typedef {import('./order-entry.mjs').Order} Order */
/** @typedef {'posted' | 'already' | 'refused'} Outcome */

/** Orders that are on their way at once: the server commits together what arrives together. */
const atOnce = 16;

const [file] = process.argv.slice(2);
const { ERP_URL: baseUrl = 'http://127.0.0.1:4000', ERP_TENANT: tenant, ERP_API_KEY: auth } = process.env;
if (!file || !tenant || !auth) {
  process.stderr.write('Usage: ERP_TENANT=… ERP_API_KEY=… [ERP_URL=…] node post-orders.mjs FEED.jsonl\n');
  process.exit(2);
}

const erp = createErp({ baseUrl, tenant, auth });
const counts = { posted: 0, already: 0, refused: 0 };

try {
  const lines = createInterface({ input: createReadStream(file) })[Symbol.asyncIterator]();
  await Promise.all(Array.from({ length: atOnce }, () => postAll(lines)));
} catch (error) {
  if (!(error instanceof ErpError) && !(error instanceof ErpConnectionError)) throw error;

  // Nothing that another order would change: the server is away, or the key may not post.
  process.stderr.write(`stopped: ${error.message} (${error.code})\nRun it again when that is mended.\n`);
  process.exit(1);
}

process.stdout.write(`${counts.posted} posted, ${counts.already} posted before, ${counts.refused} refused\n`);
process.exitCode = counts.refused > 0 ? 3 : 0;

/**
 * Several of these share one iterator: each takes the next line when it is done with the one before.
 *
 * @param {AsyncIterator<string>} lines
 */
async function postAll(lines) {
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    if (next.value.trim() === '') continue;

    const outcome = await post(/** @type {Order} */ (JSON.parse(next.value)));
    counts[outcome] += 1;
  }
}

/**
 * Posts one order. The key of the request is made from the order: when an answer was lost with a crash, the same request gets
 * the first answer again, and nothing is posted twice.
 *
 * @param {Order} order
 * @returns {Promise<Outcome>}
 */
async function post(order) {
  /** @type {Outcome} */
  let outcome = 'posted';

  try {
    const entry = await erp.entries.post(entryOf(order), {
      idempotencyKey: externalIdOf(order),
      onResponse: ({ headers }) => {
        if (headers.get('idempotency-replayed') === 'true') outcome = 'already';
      },
    });
    process.stdout.write(`${outcome}  ${order.id}  ${entry.number}\n`);
    return outcome;
  } catch (error) {
    if (!(error instanceof ErpError)) throw error;

    // The server keeps keys for some time only, but the external id for ever.
    if (error.code === 'duplicate_external_id') {
      process.stdout.write(`already  ${order.id}\n`);
      return 'already';
    }
    if (![400, 409, 422].includes(error.status)) throw error;

    process.stdout.write(refusal(order, error));
    return 'refused';
  }
}

/**
 * What the server says about one order: code, place in the entry, and what to do.
 *
 * @param {Order} order
 * @param {ErpError} error
 */
function refusal(order, error) {
  const faults = error.errors.map(({ pointer, code, message }) => `  ${pointer}  ${code}  ${message}`);
  const details = faults.length > 0 ? faults : [`  ${error.message}`];
  const remedy =
    error.code === 'idempotency_conflict'
      ? ['  The order has changed since it was posted: reverse its entry and send the order under a new id.']
      : [];

  return `${[`refused  ${order.id}  ${error.code}`, ...details, ...remedy].join('\n')}\n`;
}
