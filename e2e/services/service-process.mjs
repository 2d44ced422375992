import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const startTimeoutInMilliseconds = 30_000;
const stopTimeoutInMilliseconds = 10_000;

/**
 * @typedef {object} ServiceProcess
 * @property {number} pid
 * @property {(signal?: NodeJS.Signals) => Promise<void>} stop ends it and waits until it is gone; harmless when repeated
 */

/**
 * Starts a program that listens on a port of loopback and does not put itself into the background, and waits until it takes
 * connections. Throws with what it said when it ends before.
 *
 * @param {{ name: string, program: string, args: string[], port: number, log: string, cwd: string, uid?: number, gid?: number }} options
 * @returns {Promise<ServiceProcess>}
 */
export async function startProcess({ name, program, args, port, log, ...place }) {
  const output = openSync(log, 'a');
  const child = spawn(program, args, { ...place, stdio: ['ignore', output, output] });
  closeSync(output);

  let running = true;
  const gone = once(child, 'close').then(
    () => {
      running = false;
    },
    () => {
      running = false;
    },
  );

  // Nothing keeps running when a caller forgets, throws or is interrupted.
  const endWithCaller = () => running && child.kill('SIGKILL');
  process.on('exit', endWithCaller);

  async function stop(/** @type {NodeJS.Signals} */ signal = 'SIGTERM') {
    process.removeListener('exit', endWithCaller);
    if (!running) {
      return;
    }
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), stopTimeoutInMilliseconds);
    await gone;
    clearTimeout(late);
  }

  const deadline = Date.now() + startTimeoutInMilliseconds;
  while (running && !(await takesConnections(port))) {
    if (Date.now() > deadline) {
      await stop('SIGKILL');
    }
    await sleep(20);
  }
  if (!running) {
    throw new Error(`${name} did not start on port ${port}:\n${readFileSync(log, 'utf8').slice(-2000)}`);
  }
  return { pid: child.pid ?? 0, stop };
}

/** @returns {Promise<boolean>} */
function takesConnections(/** @type {number} */ port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
