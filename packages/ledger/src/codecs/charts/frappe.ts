import type { AccountKind } from '../../records/codes.ts';
import type { AccountRow } from '../../records/rows.ts';
import { FormatError, type Reader, type RowFault } from '../codec.ts';
import { headText, notText, requireText } from '../text/encoding.ts';
import { quotedFor, rejectCells } from '../text/reject-cells.ts';
import { Normaliser } from '../text/values.ts';
import { type ChartAccount, type ChartCode, kindOf, mapOf } from './chart.ts';
import { isObject, type JsonMember, type JsonNode, type JsonObject, parseJsonTree } from './json-tree.ts';
import { type Chart, readChart, requireFewAccounts } from './reading.ts';

/** The chart of ERPNext and Frappe Books: a JSON tree whose names are accounts. */
export const frappe: Reader = {
  name: 'frappe',
  resources: ['accounts'],
  mixesRecords: false,
  needsBase: false,

  detect(head) {
    const text = notText(head) === undefined ? headText(head).trimStart() : '';
    if (!text.startsWith('{')) return { likely: 0, reason: 'no JSON object' };

    const isTree =
      /"(tree|root_?type|is_?group|account_?type)"\s*:/i.test(text) && !text.includes('"record"');
    return isTree
      ? { likely: 0.95, reason: 'a JSON tree with types of accounts, as ERPNext and Frappe Books have it' }
      : { likely: 0.1, reason: 'JSON without the types of accounts of a Frappe chart' };
  },

  read(open, { fileName }) {
    const normaliser = new Normaliser();
    return readChart(open, { format: 'frappe', fileName, normaliser }, (bytes) => {
      requireText(bytes, fileName);
      return chartOf(parseJsonTree(headText(bytes)), normaliser);
    });
  },

  fieldOf: () => undefined,
  rejects: () => rejectCells(',', quotedFor(','), '\n'),
  rejectsExtension: 'csv',
};

const roots = mapOf<AccountKind['type']>({
  asset: 'asset',
  liability: 'liability',
  equity: 'equity',
  income: 'income',
  expense: 'expense',
});

/** `1011-Capital`, `1310 - Debtors`. */
const numbered = /^(\d[\d.]*)\s*[-–]\s*(\S.*)$/s;

function chartOf(root: JsonNode, normaliser: Normaliser): Chart {
  if (!isObject(root)) throw new FormatError('file_format', 'line 1: a chart is a JSON object');
  const tree = root.members.find(({ name }) => name === 'tree')?.value ?? root;
  if (!isObject(tree)) throw new FormatError('file_format', '"tree" is no JSON object');

  const accounts: ChartAccount[] = [];
  const notStored: Record<string, number> = {};

  const walk = (node: JsonObject, parent: Above | undefined) => {
    for (const member of node.members) {
      if (!isObject(member.value)) continue;
      const account = accountOf(member, member.value, parent, normaliser, notStored);
      accounts.push(account);
      requireFewAccounts(accounts.length);
      walk(member.value, { account, path: pathOf(member.name, parent) });
    }
  };
  walk(tree, undefined);

  if (accounts.length === 0) throw new FormatError('file_format', 'the tree holds no account');
  return { accounts, notStored, encoding: 'utf-8' };
}

interface Above {
  readonly account: ChartAccount;
  readonly path: string;
}

function pathOf(name: string, parent: Above | undefined): string {
  const own = name.trim().replaceAll(':', ' ');
  return parent ? `${parent.path}:${own}` : own;
}

function accountOf(
  { name: written, line }: JsonMember,
  node: JsonObject,
  parent: Above | undefined,
  normaliser: Normaliser,
  notStored: Record<string, number>,
): ChartAccount {
  const said = attributesOf(node);
  for (const attribute of said.keys()) {
    if (!used.has(attribute)) notStored[attribute] = (notStored[attribute] ?? 0) + 1;
  }

  const whole = normaliser.text(written);
  const [, number, rest] = numbered.exec(whole) ?? [];
  const own = said.get('accountnumber') || undefined;
  const hasBelow = node.members.some(({ value }) => isObject(value));
  const isGroup = flagOf(said.get('isgroup')) ?? hasBelow;
  const { kind, faults } = kindIn(said, parent?.account, line);
  const control = controls.get(said.get('accounttype') ?? '');

  return {
    line,
    name: own === undefined && rest !== undefined ? rest : whole,
    parent: parent?.account,
    codes: own === undefined ? codesOf(number, whole, pathOf(written, parent)) : [{ code: own }],
    kind,
    postable: !isGroup,
    ...(control !== undefined && !isGroup ? { control } : {}),
    faults,
  };
}

/** The number that the name begins with; the name, which ERPNext has only once; the names from the root down. */
function codesOf(number: string | undefined, name: string, path: string): ChartCode[] {
  const byName =
    number === undefined
      ? 'their name is their code'
      : 'another has their number, so number and name together are their code';

  return [
    ...(number === undefined ? [] : [{ code: number }]),
    { code: name, rule: byName },
    { code: path, rule: 'the names from the root down are their code' },
  ];
}

const used = new Set(['accountnumber', 'accounttype', 'roottype', 'isgroup']);

const controls = mapOf<NonNullable<AccountRow['control']>>({ Receivable: 'receivable', Payable: 'payable' });

/** Attributes by their name without underscores: `account_type` of ERPNext is `accountType` of Frappe Books. */
function attributesOf(node: JsonObject): Map<string, string> {
  const plain = node.members.filter(({ value }) => !isObject(value));
  return new Map(
    plain.map(({ name, value }) => [
      name.replaceAll('_', '').toLowerCase(),
      value === null ? '' : String(value).trim(),
    ]),
  );
}

function flagOf(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  return text === 'true' || text === '1';
}

/** That of the account above, down from the root; equity may stand among the liabilities and is told by its own type. */
function kindIn(
  said: ReadonlyMap<string, string>,
  parent: ChartAccount | undefined,
  line: number,
): { kind: AccountKind | undefined; faults: RowFault[] } {
  if (said.get('accounttype') === 'Equity')
    return { kind: kindOf('equity', 'account type Equity'), faults: [] };

  const root = said.get('roottype');
  if (root === undefined) {
    const message =
      'nothing says what it is: a root needs a root type (Asset, Liability, Equity, Income, Expense)';
    const fault = { field: 'root_type', value: '', code: 'invalid_request', message };
    return { kind: parent?.kind, faults: parent ? [] : [fault] };
  }

  const type = roots.get(root.toLowerCase());
  if (type) return { kind: kindOf(type, `root type ${root}`), faults: [] };
  const message = `line ${line}: "${root.slice(0, 40)}" is none of Asset, Liability, Equity, Income, Expense`;
  return { kind: undefined, faults: [{ field: 'root_type', value: root, code: 'invalid_request', message }] };
}
