// `npm run demo`: starts a server in a folder of its own, leads through the tour, and stops the server whatever happens.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { freshFolder, removeFolder } from './folder.mjs';
import { lastLog } from './processes.mjs';
import { hideSpinner, red, say } from './screen.mjs';
import { Tour } from './tour.mjs';

/** From the folder that `npm run` works in, so that the commands which are shown can be pasted. */
const folder = '.erp/demo';

const usage = `Usage: npm run demo -- [options]

  --entries N    how many entries the books have (20000)
  --clean        remove ${folder}, where everything of the demo lives
`;

/** Lines of the server's log that are shown when a step fails. */
const logLines = 20;

/** By a signal; then whatever fails, fails because of it. */
let isInterrupted = false;

process.exitCode = await main();

/** @returns {Promise<number>} exit code */
async function main() {
  const options = readOptions();
  if (typeof options === 'string') {
    process.stderr.write(`error: ${options}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    say(usage);
    return 0;
  }

  const tour = new Tour(folder, options.entries);
  try {
    if (options.clean) {
      removeFolder(folder);
      say(`Removed ${folder}`);
      return 0;
    }

    freshFolder(folder);
    stopOnSignal(tour);
    await tour.run();
    return 0;
  } catch (error) {
    hideSpinner();
    await tour.stop();
    if (!isInterrupted) explain(error);
    return 1;
  }
}

/** @returns {{ help: boolean, clean: boolean, entries: number } | string} or what is wrong with them */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        clean: { type: 'boolean', default: false },
        entries: { type: 'string', default: '20000' },
      },
    });
    const entries = Number(values.entries);
    if (Number.isInteger(entries) && entries >= 1 && entries <= 1_000_000) return { ...values, entries };

    return `--entries takes a whole number from 1 to 1000000, not "${values.entries}"`;
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}

/**
 * Ctrl-C reaches the server too, which then stops by itself; `npm` may send it a second time.
 *
 * @param {Tour} tour
 */
function stopOnSignal(tour) {
  const stop = async () => {
    if (isInterrupted) return;
    isInterrupted = true;

    hideSpinner();
    await tour.stop();
    say(`\nInterrupted: the server is stopped. What there is by now is in ${folder}.`);
    process.exit(130);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** @param {unknown} error */
function explain(error) {
  const { name, message, stack } = /** @type {Error} */ (error);
  const isOurs = ['ProgramFailed', 'NotEqual', 'FolderInUse'].includes(name);
  say(`${red('✖')} ${isOurs ? message.trimEnd() : stack}`);

  const log = name === 'FolderInUse' ? [] : lastLog(folder, logLines);
  if (log.length === 0) return;

  say(`\nThe last lines of ${folder}/server.log:`);
  for (const line of log) say(`  ${line}`);
}
