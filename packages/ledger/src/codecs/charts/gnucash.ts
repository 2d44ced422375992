import type { AccountKind } from '../../records/codes.ts';
import type { AccountRow } from '../../records/rows.ts';
import { FormatError, type Reader, type RowFault } from '../codec.ts';
import { headText, notText, requireText } from '../text/encoding.ts';
import { quotedFor, rejectCells } from '../text/reject-cells.ts';
import { Normaliser } from '../text/values.ts';
import { type ChartAccount, type ChartCode, kindOf, longestCode, mapOf } from './chart.ts';
import { type AccountElement, accountElements } from './gnucash-elements.ts';
import { type Chart, readChart } from './reading.ts';

/** An example chart of GnuCash, `.gnucash-xea`: what it offers when a new book is begun. */
export const gnucash: Reader = {
  name: 'gnucash',
  resources: ['accounts'],
  mixesRecords: false,
  needsBase: false,

  detect(head) {
    const isChart = notText(head) === undefined && /<gnc-account-example[\s>]/.test(headText(head));
    return isChart
      ? { likely: 1, reason: 'the XML of an account example of GnuCash' }
      : { likely: 0, reason: 'no XML element gnc-account-example' };
  },

  read(open, { fileName }) {
    const normaliser = new Normaliser();
    return readChart(open, { format: 'gnucash', fileName, normaliser }, (bytes) => {
      requireText(bytes, fileName);
      return chartOf(accountElements(headText(bytes)), normaliser);
    });
  },

  fieldOf: () => undefined,
  rejects: () => rejectCells(',', quotedFor(','), '\n'),
  rejectsExtension: 'csv',
};

const kinds = mapOf<AccountKind['type']>({
  ASSET: 'asset',
  BANK: 'asset',
  CASH: 'asset',
  RECEIVABLE: 'asset',
  STOCK: 'asset',
  MUTUAL: 'asset',
  LIABILITY: 'liability',
  CREDIT: 'liability',
  PAYABLE: 'liability',
  EQUITY: 'equity',
  TRADING: 'equity',
  INCOME: 'income',
  EXPENSE: 'expense',
});

const controls = mapOf<NonNullable<AccountRow['control']>>({ RECEIVABLE: 'receivable', PAYABLE: 'payable' });

function chartOf(elements: readonly AccountElement[], normaliser: Normaliser): Chart {
  const notStored: Record<string, number> = {};
  const used = elements.filter(({ type }) => type !== 'ROOT');
  if (used.length === 0) throw new FormatError('file_format', 'the file holds no account');

  const accounts = used.map((element) => plainAccount(element, normaliser));
  const roots = new Set(elements.flatMap(({ type, id }) => (type === 'ROOT' ? [id] : [])));
  const byId = new Map<string, GnucashAccount>();
  for (const [i, { id }] of used.entries()) {
    const account = accounts[i];
    if (id !== '' && account && !byId.has(id)) byId.set(id, account);
  }

  for (const [i, element] of used.entries()) {
    const account = accounts[i];
    if (!account) continue;
    account.parent = byId.get(element.parent);
    if (!account.parent && element.parent !== '' && !roots.has(element.parent)) {
      const message = 'no account of the file has the id that it names as its parent';
      account.faults.push({ field: 'parent', value: element.parent, code: 'invalid_request', message });
    }
    countUnused(element, notStored);
  }

  for (const account of accounts) {
    if (account.codes.length === 0) account.codes.push(...codesByName(account));
  }
  return { accounts, notStored, encoding: 'utf-8' };
}

/** One whose parent and codes are known only when all are there. */
interface GnucashAccount extends ChartAccount {
  parent: GnucashAccount | undefined;
  readonly codes: ChartCode[];
  readonly faults: RowFault[];
}

function plainAccount(element: AccountElement, normaliser: Normaliser): GnucashAccount {
  const { line, type, slots } = element;
  const code = normaliser.text(element.code);
  const written = normaliser.text(element.name);
  const isHeading = slots.get('placeholder') === 'true';
  const kind = kinds.get(type);
  const control = controls.get(type);

  const faults: RowFault[] = [];
  if (!kind) {
    const message = `"${type.slice(0, 40)}" is no account type of GnuCash`;
    faults.push({ field: 'type', value: type, code: 'invalid_request', message });
  }
  return {
    line,
    name: nameWithout(code, written),
    parent: undefined,
    codes: code === '' ? [] : [{ code }],
    kind: kind && kindOf(kind, `GnuCash type ${type}`),
    postable: !isHeading,
    ...(control !== undefined && !isHeading ? { control } : {}),
    faults,
  };
}

/** `0027 EDV-Software` of the account 0027 is `EDV-Software`. */
function nameWithout(code: string, name: string): string {
  const rest = code !== '' && name.startsWith(`${code} `) ? name.slice(code.length).trim() : '';
  return rest === '' ? name : rest;
}

/** The name; the names from the root down where another has that name, and as far as they can be a code. */
function codesByName(account: ChartAccount): ChartCode[] {
  const { name } = account;
  const byName = { code: name, rule: 'their name is their code' };

  let path = name.replaceAll(':', ' ');
  let above = account.parent;
  for (; above && path.length <= longestCode; above = above.parent) {
    path = `${above.name.replaceAll(':', ' ')}:${path}`;
  }
  if (path.length > longestCode) return [byName];
  return [byName, { code: path, rule: 'the names from the root down are their code' }];
}

/** The commodity of an example is what GnuCash replaces by the currency of the book, so it is none of the account. */
function countUnused(
  { name, description, commodity, slots }: AccountElement,
  notStored: Record<string, number>,
) {
  const found = [...slots].filter(([key]) => key !== 'placeholder').map(([key]) => key);
  if (description.trim() !== '' && description.trim() !== name.trim()) found.push('description');
  if (commodity !== '') found.push(`commodity ${commodity}`);
  for (const what of found) notStored[what] = (notStored[what] ?? 0) + 1;
}
