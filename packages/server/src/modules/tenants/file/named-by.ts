import { keyOf, type Resource, type Row, withinOf } from './kinds.ts';

type Rows = Record<Resource, ReadonlyMap<string, Row>>;

/** Where rows of a resource are named by others: the naming resource, how, and what to say of it. */
const names: Record<Resource, readonly [Resource, (other: Row, row: Row) => boolean, string][]> = {
  account: [
    ['account', (other, { code }) => other['parent'] === code, 'is below it'],
    ['account', (other, { code }) => other['replaces'] === code, 'replaces it'],
    ['journal', (other, { code }) => other['defaultAccount'] === code, 'has it as default account'],
  ],
  currency: [
    ['account', (other, { code }) => other['currency'] === code, 'is kept in it'],
    ['journal', (other, { code }) => other['currency'] === code, 'is kept in it'],
  ],
  dimension: [
    ['dimension', (other, { code }) => other['parent'] === code, 'is below it'],
    ['dimensionValue', (other, { code }) => other['dimension'] === code, 'is one of its values'],
    [
      'account',
      (other, { code }) => Object.hasOwn((other['dimensionPolicy'] ?? {}) as object, code),
      'asks for it',
    ],
  ],
  dimensionValue: [
    [
      'dimensionValue',
      (other, row) => other['parent'] === row.code && withinOf(other) === withinOf(row),
      'is below it',
    ],
  ],
  series: [['journal', (other, { code }) => other['series'] === code, 'takes its numbers from it']],
  journal: [],
};

/** What of the tenant, as it will be, names a row, so that it cannot be removed; undefined when nothing does. */
export function namedBy(
  resource: Resource,
  row: Row,
  after: Rows,
  roles: Record<string, string | string[]>,
): string | undefined {
  if (resource === 'account') {
    const role = Object.entries(roles).find(([, codes]) => [codes].flat().includes(row.code));
    if (role) return `it is the account of the role ${role[0]}`;
  }
  for (const [from, isNaming, how] of names[resource]) {
    for (const other of after[from].values()) {
      const isItself = from === resource && keyOf(other) === keyOf(row);
      if (!isItself && isNaming(other, row)) return `${from} ${other.code} ${how}`;
    }
  }
  return undefined;
}
