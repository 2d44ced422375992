// Toxiproxy: links that are cut, stall or slow down when they are told to.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.mjs';
import { startProcess } from './service-process.mjs';

const version = 'v2.12.0';
const folder = fileURLToPath(new URL(`../../.cache/toxiproxy-${version}/`, import.meta.url));
/** As its module calls it. */
const program = join(folder, 'server');

/**
 * @typedef {object} Link
 * @property {number} port of loopback, where what is behind the link is reached
 * @property {() => Promise<void>} cut resets its connections
 * @property {(milliseconds: number) => Promise<void>} stall lets nothing through for a while, then ends what waited
 * @property {() => Promise<void>} slow until `heal`: late, narrow and in small pieces
 * @property {() => Promise<void>} heal
 *
 * @typedef {object} Toxiproxy
 * @property {(name: string, upstream: number) => Promise<Link>} link to a port of loopback
 * @property {() => Promise<void>} stop harmless when repeated
 */

/**
 * Builds it from the module proxy of Go if it is missing, starts it and waits until it answers.
 *
 * @returns {Promise<Toxiproxy>}
 */
export async function start() {
  install();
  const port = await freePort();
  const place = mkdtempSync(join(tmpdir(), 'erp-toxiproxy-'));
  const remove = () => rmSync(place, { recursive: true, force: true });
  const running = await startProcess({
    name: 'Toxiproxy',
    program,
    args: ['-host', '127.0.0.1', '-port', String(port)],
    port,
    log: join(place, 'output.log'),
    cwd: place,
  }).catch((error) => {
    remove();
    throw error;
  });

  return {
    link: (name, upstream) => linkOf(`http://127.0.0.1:${port}`, name, upstream),
    stop: async () => {
      await running.stop();
      remove();
    },
  };
}

function install() {
  if (existsSync(program)) {
    return;
  }
  process.stderr.write(`  Building toxiproxy ${version}\n`);
  mkdirSync(folder, { recursive: true });
  const made = spawnSync('go', ['install', `github.com/Shopify/toxiproxy/v2/cmd/server@${version}`], {
    env: { ...process.env, GOBIN: folder },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (made.status !== 0) {
    const why = made.error?.message ?? made.stderr;
    throw new Error(`toxiproxy could not be built: it needs Go 1.23 or later (https://go.dev/dl)\n${why}`);
  }
}

/** @returns {Promise<Link>} */
async function linkOf(/** @type {string} */ api, /** @type {string} */ name, /** @type {number} */ upstream) {
  const port = await freePort();
  await call(api, 'POST', '/proxies', {
    name,
    listen: `127.0.0.1:${port}`,
    upstream: `127.0.0.1:${upstream}`,
    enabled: true,
  });

  const add = (/** @type {string} */ type, /** @type {object} */ attributes, stream = 'downstream') =>
    call(api, 'POST', `/proxies/${name}/toxics`, {
      name: `${type}-${stream}`,
      type,
      stream,
      toxicity: 1,
      attributes,
    });
  const heal = async () => {
    for (const toxic of await call(api, 'GET', `/proxies/${name}/toxics`)) {
      await call(api, 'DELETE', `/proxies/${name}/toxics/${toxic.name}`);
    }
  };

  return {
    port,
    cut: async () => {
      await add('reset_peer', { timeout: 0 });
      // A link that is not enabled has no connections: what the reset has not met, because nothing was said on it, ends here.
      await call(api, 'POST', `/proxies/${name}`, { enabled: false });
      await heal();
      await call(api, 'POST', `/proxies/${name}`, { enabled: true });
    },
    stall: async (milliseconds) => {
      await add('timeout', { timeout: 0 });
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await heal();
    },
    slow: async () => {
      await heal();
      await add('latency', { latency: 15, jitter: 10 });
      await add('bandwidth', { rate: 512 }, 'upstream');
      await add('slicer', { average_size: 2000, size_variation: 1900, delay: 10 }, 'upstream');
    },
    heal,
  };
}

async function call(
  /** @type {string} */ api,
  /** @type {string} */ method,
  /** @type {string} */ path,
  /** @type {object | undefined} */ body = undefined,
) {
  const reply = await fetch(`${api}${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  });
  const text = await reply.text();
  if (!reply.ok) {
    throw new Error(`toxiproxy ${method} ${path} answered ${reply.status}: ${text}`);
  }
  return text ? JSON.parse(text) : undefined;
}
