// What the demo shows, step by step. Each command is run as it is shown.
import { statSync } from 'node:fs';
import process from 'node:process';
import { writeBrokenFile } from './broken-file.mjs';
import { nextPort } from './folder.mjs';
import { decimal, writeBooks } from './generate.mjs';
import { erp, keepKey, startServer } from './processes.mjs';
import { bold, dim, grouped, say, step } from './screen.mjs';
import { differences, showTop } from './trial-balance.mjs';

/** @typedef {import('./generate.mjs').Figures} Figures */
/** @typedef {import('./trial-balance.mjs').TrialBalance} TrialBalance */
/** @typedef {{ entries: number, lines: number, debit: string, credit: string, rejected: number }} Receipt */
/** @typedef {{ rows: number, size: number, sha256: string }} Exported */

const seed = 2025;

/** Accounts of the trial balance that are shown. */
const shownAccounts = 8;

const trialBalanceOf = (/** @type {string} */ tenant) =>
  `report trial-balance --tenant ${tenant} --to 2025-12-31`;

/** The server holds something else than was written. */
class NotEqual extends Error {
  /** @override */
  name = 'NotEqual';
}

export class Tour {
  /** @type {import('./processes.mjs').Server | undefined} */
  #server;

  /**
   * @param {string} folder empty; relative, as it is shown
   * @param {number} entries how many the books have
   */
  constructor(folder, entries) {
    this.folder = folder;
    this.entries = entries;
  }

  async run() {
    const started = performance.now();
    this.#welcome();
    await this.#startServer();
    const figures = await this.#makeBooks();

    await this.#createAcme();
    await this.#import('books.csv', 'acme', figures);
    await this.#showTrialBalance(figures);
    await this.#exportForTaxOffice(figures);
    await this.#readBack(figures);

    await this.stop();
    await this.#farewell((performance.now() - started) / 1000);
  }

  /** Stops the server, if it runs. */
  async stop() {
    const server = this.#server;
    this.#server = undefined;
    await server?.stop();
  }

  #welcome() {
    const where = `everything lives in ${this.folder} and is removed by \`npm run demo -- --clean\``;
    say(`\n  ${bold('erp demo')} · Node ${process.versions.node} · ${where}`);
    say(dim('  What follows a $ is run as it is shown; in your own terminal type `npx erp` for `erp`.\n'));
  }

  async #startServer() {
    await step('Starting the server', async () => {
      this.#server = await startServer(this.folder);
      keepKey(`${this.folder}/api-key`, this.#server.apiKey);
      return { text: `Server on ${this.#server.url}, embedded database in ${this.folder}` };
    });
  }

  async #makeBooks() {
    const { figures } = await step('Making up books', async () => {
      const file = `${this.folder}/books.csv`;
      const figures = writeBooks(file, { entries: this.entries, seed });
      writeBrokenFile(`${this.folder}/broken.csv`);

      const { entries, accounts } = figures;
      const size = inUnits(statSync(file).size);
      return {
        text: `Made up ${file}: ${grouped(entries)} entries of 2025 on ${accounts.size} accounts, ${size}`,
        figures,
      };
    });
    return figures;
  }

  async #createAcme() {
    const flags = '--name "Acme SARL" --currency EUR --country FR --chart international';
    await this.#command(`tenant create acme ${flags}`, 'Creating the tenant', async () => {
      const accounts = /** @type {unknown[]} */ (await this.#erp('account list --tenant acme'));
      const journals = /** @type {unknown[]} */ (await this.#erp('journal list --tenant acme'));
      return { text: `Tenant acme: ${accounts.length} accounts, ${journals.length} journals` };
    });
  }

  /** @param {string} name @param {string} tenant @param {Figures} figures */
  async #import(name, tenant, figures) {
    await this.#command(`import ledger ${this.folder}/${name} --tenant ${tenant}`, 'Importing', (reply) => {
      const { entries, lines, debit, credit, rejected } = /** @type {Receipt} */ (reply);
      const total = decimal(figures.debit, 2);
      demand(`${entries} entries, ${lines} lines`, `${figures.entries} entries, ${figures.lines} lines`);
      demand(`debit ${debit}, credit ${credit}`, `debit ${total}, credit ${total}`);

      const counts = `${grouped(entries)} entries, ${grouped(lines)} lines`;
      return { text: `${counts} · debit ${grouped(debit)} = credit · ${rejected} rejected`, lines };
    });
  }

  /** @param {Figures} figures */
  async #showTrialBalance(figures) {
    const shown = trialBalanceOf('acme');
    say(`\n$ ${bold(`erp ${shown}`)}`);
    const { balance } = await step('Asking for the trial balance', async () => {
      const balance = /** @type {TrialBalance} */ (await this.#erp(shown));
      demandSameBooks(balance, figures);
      return {
        text: `${figures.accounts.size} accounts, each equal to the cent to what was made up`,
        balance,
      };
    });
    showTop(balance, shownAccounts, `erp ${shown}`);
  }

  /** @param {Figures} figures */
  async #exportForTaxOffice(figures) {
    await this.#command('tenant update acme --registration-number 123456789', 'Setting it', () => ({
      text: 'acme: registration number set, which a FEC must state',
    }));
    await this.#export('fec', 'acme-2025.txt', figures);
  }

  /** Into a tenant without accounts and journals: a CSV ledger stands alone. @param {Figures} figures */
  async #readBack(figures) {
    await this.#export('csv', 'acme-2025.csv', figures);
    await this.#command(
      'tenant create copy --name "Acme, read back" --currency EUR --country FR',
      'Creating it',
      () => ({
        text: 'Tenant copy: empty, without accounts',
      }),
    );
    await this.#import('acme-2025.csv', 'copy', figures);

    say();
    await step('Comparing', async () => {
      for (const tenant of ['acme', 'copy']) {
        demandSameBooks(/** @type {TrialBalance} */ (await this.#erp(trialBalanceOf(tenant))), figures);
      }
      const count = figures.accounts.size;
      return { text: `Same books: ${count} of ${count} accounts of acme and copy agree to the cent` };
    });
  }

  /** @param {'fec' | 'csv'} format @param {string} name @param {Figures} figures */
  async #export(format, name, figures) {
    const file = `${this.folder}/${name}`;
    const shown = `export ledger --tenant acme --format ${format} --year 2025 --out ${file}`;
    await this.#command(shown, 'Exporting', (reply) => {
      const { rows, size, sha256 } = /** @type {Exported} */ (reply);
      demand(`${rows} lines`, `${figures.lines} lines`);
      return {
        text: `${grouped(rows)} lines, ${inUnits(size)}, sha256 ${sha256.slice(0, 4)}…${sha256.slice(-4)}`,
      };
    });
  }

  /** @param {number} seconds */
  async #farewell(seconds) {
    const { folder } = this;
    const port = await nextPort();
    const server = `npx erp-server --data ${folder}${port === 4000 ? '' : ` --port ${port}`}`;
    const login = `npx erp login --profile demo --url http://127.0.0.1:${port} --api-key-file ${folder}/api-key`;

    say(`
${bold(`Done in ${seconds.toFixed(0)} s.`)} The server is stopped; its data is kept. Try next:

  ${server.padEnd(66)} the same books, now yours to query

and, while it runs, in another terminal:

  ${login}
  ${'npx erp report general-ledger --tenant acme --account 141100'.padEnd(66)} every line of an account
  ${`npx erp import ledger ${folder}/broken.csv --tenant acme`.padEnd(66)} see how a bad file is refused
`);
  }

  /**
   * Shows a command, runs it, and says what came of it.
   *
   * @param {string} shown without `erp`
   * @param {string} title while it runs
   * @param {(reply: unknown) => import('./screen.mjs').Outcome | Promise<import('./screen.mjs').Outcome>} inWords
   */
  async #command(shown, title, inWords) {
    say(`\n$ ${bold(`erp ${shown}`)}`);
    await step(title, async () => inWords(await this.#erp(shown)));
  }

  /** @param {string} shown words as a shell would split them, double quotes only */
  #erp(shown) {
    const words = shown.match(/"[^"]*"|\S+/g) ?? [];
    return erp(
      this.folder,
      words.map((word) => word.replaceAll('"', '')),
    );
  }
}

/** @param {TrialBalance} balance @param {Figures} figures */
function demandSameBooks(balance, figures) {
  const found = differences(balance, figures);
  if (found.length === 0) return;

  const more = found.length > 5 ? [`and ${found.length - 5} more`] : [];
  throw new NotEqual(['The trial balance differs:', ...found.slice(0, 5), ...more].join('\n  '));
}

/** @param {string} found @param {string} wanted */
function demand(found, wanted) {
  if (found !== wanted) throw new NotEqual(`The server says ${found}; what was written has ${wanted}`);
}

/** `7.1 MB`. @param {number} bytes */
function inUnits(bytes) {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
