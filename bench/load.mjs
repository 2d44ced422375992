// A load of single posts: keep-alive connections that each send the next entry when the last is answered.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/**
 * @typedef {object} Load
 * @property {string} url
 * @property {string} apiKey
 * @property {string} tenant
 * @property {number} connections
 * @property {number} seconds
 * @property {(n: number) => object} entry
 */

/**
 * @param {Load} load
 * @returns {Promise<{ posted: number, perSecond: number, p50: number, p99: number }>} latencies in milliseconds
 */
export async function postLoad({ url, apiKey, tenant, connections, seconds, entry }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  /** @type {number[]} */
  const latencies = [];
  let n = 0;
  const until = performance.now() + seconds * 1000;

  const post = () =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(entry(n++));
      const started = performance.now();
      const call = request(
        {
          agent,
          hostname,
          port,
          method: 'POST',
          path: '/v1/entries',
          headers: {
            authorization: `Bearer ${apiKey}`,
            'erp-tenant': tenant,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'idempotency-key': randomUUID(),
          },
        },
        (reply) => {
          reply.resume();
          reply.once('end', () => {
            if (reply.statusCode !== 201) return reject(new Error(`a post was answered ${reply.statusCode}`));
            latencies.push(performance.now() - started);
            resolve(undefined);
          });
        },
      );
      call.once('error', reject);
      call.end(body);
    });

  const connection = async () => {
    while (performance.now() < until) await post();
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, connection));
  const took = (performance.now() - started) / 1000;
  agent.destroy();

  latencies.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => latencies[Math.floor(latencies.length * share)] ?? 0;
  return { posted: latencies.length, perSecond: latencies.length / took, p50: at(0.5), p99: at(0.99) };
}
