// The programs that the demo runs: the server, and `erp` as a newcomer would type it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What `npx erp` and `npx erp-server` run. Not the links in `.bin`: on Windows these are no programs for node. */
const cliBin = fileURLToPath(new URL('../../node_modules/@erp/cli/bin/erp.js', import.meta.url));
const serverBin = fileURLToPath(new URL('../../node_modules/@erp/server/bin/erp-server.js', import.meta.url));

/** A program that ended as it should not; the message is what it said. */
export class ProgramFailed extends Error {
  /** @override */
  name = 'ProgramFailed';
}

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {string} apiKey of the platform
 * @property {() => Promise<void>} stop returns when the process has ended
 */

/**
 * Starts `erp-server` on a free port and an empty folder, and waits until it listens. All that it says goes to `server.log`
 * there, but for the key.
 *
 * @param {string} folder
 * @returns {Promise<Server>}
 */
export async function startServer(folder) {
  const child = spawn(process.execPath, [serverBin, '--port', '0', '--data', folder], {
    env: environmentOf(folder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stopAtLast = () => child.kill('SIGTERM');
  process.once('exit', stopAtLast);

  const log = createWriteStream(logOf(folder));
  child.stdout.pipe(log, { end: false });

  const ended = once(child, 'close').then(() => log.end());
  let apiKey = '';
  let said = '';
  /** @type {Promise<string>} */
  const listens = new Promise((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      apiKey ||= /shown this once: (\S+)/.exec(line)?.[1] ?? '';
      const text = `${apiKey === '' ? line : line.replaceAll(apiKey, '…')}\n`;
      log.write(text);
      said += text;

      const url = / on (http:\S+),/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('close', (code) =>
      reject(new ProgramFailed(said || `erp-server ended with exit code ${code}`)),
    );
  });

  return {
    url: await listens,
    apiKey,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', stopAtLast);
    },
  };
}

/**
 * Runs one command of `erp`, which prints JSON because it is not on a terminal.
 *
 * @param {string} folder
 * @param {readonly string[]} args
 * @returns {Promise<unknown>} the document
 */
export async function erp(folder, args) {
  const child = spawn(process.execPath, [cliBin, ...args], {
    env: environmentOf(folder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });

  const [code] = await once(child, 'close');
  if (code !== 0) throw new ProgramFailed(stderr || `erp ended with exit code ${code}`);
  return JSON.parse(stdout);
}

/** The last lines of the server's log. @param {string} folder @param {number} count */
export function lastLog(folder, count) {
  try {
    return readFileSync(logOf(folder), 'utf8').trimEnd().split('\n').slice(-count);
  } catch {
    return []; // The demo failed before there was a log.
  }
}

/** @param {string} folder */
const logOf = (folder) => join(folder, 'server.log');

/**
 * Profiles and notes of the demo stay in its folder, and no setting of the user reaches it.
 *
 * @param {string} folder
 * @returns {NodeJS.ProcessEnv}
 */
function environmentOf(folder) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('ERP_'));
  return {
    ...Object.fromEntries(own),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_STATE_HOME: join(folder, 'state'),
  };
}

/** Keeps the key where only its owner can read it. @param {string} file @param {string} apiKey */
export function keepKey(file, apiKey) {
  writeFileSync(file, `${apiKey}\n`, { mode: 0o600 });
}
