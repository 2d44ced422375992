import { addDays } from '../../calendar/index.ts';
import { compareCodes } from '../../records/codes.ts';
import type { AccountRow } from '../../records/rows.ts';
import type { ExportSource, ObjectBalance, YearBalance } from '../codec.ts';
import { isZero } from './balances.ts';
import type { SieNames } from './names.ts';
import { day } from './text.ts';

/** Every record before the vouchers. */
export function headRecords(source: ExportSource, names: SieNames): string[] {
  const { tenant, baseCurrency, to, years } = source.head;
  const [year] = years;
  const { balances = [], objectBalances = [] } = source.head;
  const isBefore = (one: { year: string }) => year !== undefined && one.year < year.start;
  const isOfYear = (one: { year: string }) => one.year === year?.start;
  const before = [...balances, ...objectBalances].find(isBefore)?.year;

  return [
    '#FLAGGA 0',
    '#PROGRAM "erp" "4"',
    '#FORMAT PC8',
    // The last day of the file and not today's: the same books give the same bytes.
    `#GEN ${day(to)}`,
    '#SIETYP 4',
    ...(tenant.registrationNumber === undefined
      ? []
      : [`#ORGNR ${names.text(tenant.registrationNumber, 'registrationNumber')}`]),
    `#FNAMN ${names.text(tenant.name, 'name')}`,
    ...(year ? [`#RAR 0 ${day(year.start)} ${day(year.end)}`] : []),
    ...(year && before !== undefined ? [`#RAR -1 ${day(before)} ${day(addDays(year.start, -1))}`] : []),
    ...(baseCurrency === 'SEK' ? [] : [`#VALUTA ${baseCurrency}`]),
    ...dimensionRecords(source, names),
    ...source.head.accounts.flatMap((account) => accountRecords(account, names, source.notHeld)),
    ...balanceRecords('0', balances.filter(isOfYear), source, names),
    ...balanceRecords('-1', balances.filter(isBefore), source, names),
    ...objectRecords('0', objectBalances.filter(isOfYear), names),
    ...objectRecords('-1', objectBalances.filter(isBefore), names),
  ];
}

function dimensionRecords({ head }: ExportSource, names: SieNames): string[] {
  const types = head.dimensionTypes ?? [];
  const values = [...(head.dimensionValues ?? [])].sort((a, b) => compareCodes(a.dimension, b.dimension));
  return [
    ...types.map(({ code, name, parent }) =>
      parent === undefined
        ? `#DIM ${names.dimension(code)} ${names.text(name, 'dimension')}`
        : `#UNDERDIM ${names.dimension(code)} ${names.text(name, 'dimension')} ${names.dimension(parent)}`,
    ),
    ...values.map(
      ({ dimension, code, name }) =>
        `#OBJEKT ${names.dimension(dimension)} ${names.value(dimension, code)} ${names.text(name, 'dimensionValue')}`,
    ),
  ];
}

const letterOf: Readonly<Record<string, string>> = {
  asset: 'T',
  liability: 'S',
  equity: 'S',
  expense: 'K',
  income: 'I',
};

function accountRecords(account: AccountRow, names: SieNames, notHeld: (field: string) => void): string[] {
  const { code, name, type = '', unit, mappings = [] } = account;
  const written = names.account(code);
  const letter = letterOf[type];
  const isTold =
    type === 'equity' ? code.startsWith('20') : type === 'liability' ? !code.startsWith('20') : letter;
  if (!isTold) notHeld('accountType');
  if (account.parent !== undefined) notHeld('parent');
  for (const { scheme } of mappings) {
    if (scheme !== 'sru') notHeld(`mapping:${scheme}`);
  }

  return [
    `#KONTO ${written} ${names.text(name ?? code, 'accountName')}`,
    ...(letter === undefined ? [] : [`#KTYP ${written} ${letter}`]),
    ...(unit === undefined ? [] : [`#ENHET ${written} ${names.text(unit, 'unit')}`]),
    ...mappings
      .filter(({ scheme }) => scheme === 'sru')
      .map((mapping) => `#SRU ${written} ${names.word(mapping.code, 'mapping:sru')}`),
  ];
}

/** #IB and #UB of accounts that carry a balance, #RES of those that start each year at zero. */
function balanceRecords(
  number: string,
  balances: readonly YearBalance[],
  { head }: ExportSource,
  names: SieNames,
): string[] {
  const statements = new Map(head.accounts.map(({ code, statement }) => [code, statement]));
  const { unallocatedResult } = head.tenant;
  const carried = balances.filter(
    ({ account, opening, closing }) =>
      statements.get(account) === 'balance' && !(account === unallocatedResult && opening === closing),
  );
  const results = balances.filter(({ account }) => statements.get(account) !== 'balance');
  const record = (label: string, account: string, amount: string) =>
    `${label} ${number} ${names.account(account)} ${amount}`;

  return [
    ...carried
      .filter(({ opening }) => !isZero(opening))
      .map((one) => record('#IB', one.account, one.opening)),
    ...carried.map((one) => record('#UB', one.account, one.closing)),
    ...results.map((one) => record('#RES', one.account, one.closing)),
  ];
}

/** #OIB and #OUB: what of the balances above belongs to objects. */
function objectRecords(number: string, balances: readonly ObjectBalance[], names: SieNames): string[] {
  return balances.flatMap(({ account, dimensions, opening, closing }) => {
    const of = `${number} ${names.account(account)} ${names.objects(dimensions)}`;
    return [
      ...(opening === undefined ? [] : [`#OIB ${of} ${opening}`]),
      ...(closing === undefined ? [] : [`#OUB ${of} ${closing}`]),
    ];
  });
}
