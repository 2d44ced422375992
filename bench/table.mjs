/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} measured
 * @property {string} aim
 */

/** @param {string} title @param {Row[]} rows */
export function printTable(title, rows) {
  const wide = (/** @type {keyof Row} */ key) => Math.max(...rows.map((r) => r[key].length));
  process.stdout.write(`\n${title}\n`);
  for (const row of rows) {
    process.stdout.write(
      `  ${row.what.padEnd(wide('what'))}  ${row.measured.padStart(wide('measured'))}  ${row.aim}\n`,
    );
  }
}
