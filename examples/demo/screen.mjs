// What the demo shows: commands, steps with their time, a spinner on a terminal and plain lines elsewhere.
import process from 'node:process';

const { stdout, env } = process;

/** Columns before the time of a step. */
const width = Math.min(94, Math.max(40, (stdout.columns || 120) - 9));

const isTerminal = stdout.isTTY === true && env['CI'] !== 'true' && env['TERM'] !== 'dumb';
const hasColour = isTerminal && !env['NO_COLOR'];

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** @param {string} text */
export const dim = (text) => paint(2, 22, text);

/** @param {string} text */
export const bold = (text) => paint(1, 22, text);

/** @param {string} text */
export const red = (text) => paint(31, 39, text);

/** @param {string} text */
const green = (text) => paint(32, 39, text);

/** @param {number} on @param {number} off @param {string} text */
function paint(on, off, text) {
  return hasColour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
}

export function say(text = '') {
  stdout.write(`${text}\n`);
}

/** Set while a spinner is shown. @type {(() => void) | undefined} */
let stopSpinner;

/** Takes the spinner away, if there is one, so that something else can be said. */
export function hideSpinner() {
  stopSpinner?.();
}

/**
 * What came of a step, in words; `lines` where a rate is worth a look.
 *
 * @typedef {{ text: string, lines?: number }} Outcome
 */

/**
 * Shows that something is going on until it has ended, then what came of it and how long it took.
 *
 * @template {Outcome} T
 * @param {string} title while it runs
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  if (isTerminal) startSpinner(title, seconds);

  try {
    const outcome = await work();
    const took = seconds();
    hideSpinner();

    const rate = outcome.lines === undefined ? '' : ` · ${grouped(Math.round(outcome.lines / took))} lines/s`;
    const gap = ' '.repeat(Math.max(2, width - 2 - outcome.text.length));
    say(`${green('✔')} ${outcome.text}${gap}${dim(`${took.toFixed(1).padStart(5)} s${rate}`)}`);
    return outcome;
  } finally {
    hideSpinner();
  }
}

/** @param {string} title @param {() => number} seconds */
function startSpinner(title, seconds) {
  let turn = 0;
  const draw = () => {
    const frame = frames[turn++ % frames.length];
    stdout.write(`\r\u001b[2K${green(frame ?? '')} ${title}  ${dim(`${Math.floor(seconds())} s`)}`);
  };
  stdout.write('\u001b[?25l');
  draw();
  const timer = setInterval(draw, 80);

  stopSpinner = () => {
    clearInterval(timer);
    stdout.write('\r\u001b[2K\u001b[?25h');
    stopSpinner = undefined;
  };
}

/** `1234567.89` as `1,234,567.89`. @param {string | number} decimal */
export function grouped(decimal) {
  const [whole = '', fraction] = String(decimal).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}
