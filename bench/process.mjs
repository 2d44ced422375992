// The processes of a benchmark: the server as it is shipped, what it costs, and how it is ended.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** As npm links them. */
const serverBin = fileURLToPath(new URL('../node_modules/.bin/erp-server', import.meta.url));
const cliBin = fileURLToPath(new URL('../node_modules/.bin/erp', import.meta.url));

/** Jiffies a second: Linux has had 100 on every machine for decades. */
const ticks = 100;

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {string} apiKey of the platform
 * @property {number} pid
 * @property {() => Promise<void>} stop
 */

/**
 * Starts `erp-server` on a database without any key and waits until it listens.
 *
 * @param {string[]} args
 * @param {string} home where the profile goes
 * @returns {Promise<Server>}
 */
export async function startServer(args, home) {
  const child = spawn(
    'node',
    [serverBin, '--port', '0', '--log-level', 'error', '--rate-limit', '1000000', ...args],
    {
      env: { ...process.env, XDG_CONFIG_HOME: home },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  /** @type {Promise<Server>} */
  const ready = new Promise((resolve, reject) => {
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
      said += chunk;
      const url = /on (http:\S+),/.exec(said)?.[1];
      const apiKey = /shown this once: (\S+)/.exec(said)?.[1];
      if (!url) return;
      resolve({
        url,
        apiKey: apiKey ?? '',
        pid: child.pid ?? 0,
        stop: async () => {
          child.kill('SIGTERM');
          if (child.exitCode === null) await once(child, 'exit');
        },
      });
    });
    child.once('exit', (code) => reject(new Error(`erp-server ended with ${code}: ${said}`)));
  });
  return ready;
}

/**
 * Runs `erp` to its end.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ stdout: string, seconds: number, peakMegabytes: number }>}
 */
export async function erp(args, env) {
  const started = performance.now();
  const child = spawn('node', [cliBin, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let peakMegabytes = 0;
  child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
    stderr += chunk;
  });
  const watch = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, residentMegabytes(child.pid ?? 0));
  }, 50);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  if (code !== 0) throw new Error(`erp ${args.join(' ')} ended with ${code}: ${stderr}${stdout}`);
  return { stdout, seconds: (performance.now() - started) / 1000, peakMegabytes };
}

/** CPU seconds, user and system, that a process and its living children have used. @param {number} pid */
export function cpuSeconds(pid) {
  const own = statOf(pid);
  if (!own) return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid);
  return [own, ...children].reduce((sum, stat) => sum + (stat?.ticks ?? 0), 0) / ticks;
}

/** CPU seconds of processes that this one has started and that have ended. */
export function childSeconds() {
  return (statOf(process.pid)?.ended ?? 0) / ticks;
}

/** Highest resident memory a process has had, in MB. @param {number} pid */
export function peakMegabytesOf(pid) {
  return megabytes(pid, 'VmHWM');
}

/** @param {number} pid */
const residentMegabytes = (pid) => megabytes(pid, 'VmHWM');

/** @param {number} pid @param {string} field */
function megabytes(pid, field) {
  try {
    const line = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(line?.[1] ?? 0) / 1024;
  } catch {
    return 0; // It has ended between two looks.
  }
}

/** @param {number} pid */
function statOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // Counted from the state: parent is 1, user 11, system 12, user and system of children that ended 13 and 14.
    const at = (/** @type {number} */ i) => Number(fields[i] ?? 0);
    return { parent: at(1), ticks: at(11) + at(12) + at(13) + at(14), ended: at(13) + at(14) };
  } catch {
    return undefined; // It has ended between two looks.
  }
}
