import { yearFault } from '@erp/ledger';
import { checkCurrency, type OwnCurrency } from '../../../kernel/currencies.ts';
import { type Fault, Problem, type ProblemCode } from '../../../kernel/problem.ts';
import { checkKind } from '../../accounts/index.ts';
import { newCurrency, standardCurrency } from '../../currencies/index.ts';
import { checkRanges, checkValidity } from '../../dimensions/index.ts';
import { checkFormat } from '../../series/index.ts';
import { checkIdentity } from '../rules.ts';
import { keyOf, type Resource, type Row, resources, withinOf } from './kinds.ts';
import type { Living, YearForm } from './living.ts';
import type { Asked, Wanted } from './wanted.ts';

/** Everything that is wrong with a file, whatever the tenant: each with its place. Empty when it is sound. */
export function faultsOf(wanted: Wanted, living: Living): Fault[] {
  return [
    ...refusals('', () => checkIdentity(wanted.identity)),
    ...resources.flatMap((resource) => wanted.rows[resource].flatMap((row) => rowFaults(resource, row))),
    ...resources.flatMap((resource) => twice(wanted.rows[resource])),
    ...referenceFaults(wanted, living),
    ...(['account', 'dimension', 'dimensionValue'] as const).flatMap((resource) =>
      cycles(wanted.rows[resource], living.rows[resource]),
    ),
    ...yearFaults(wanted.years, living.years),
  ];
}

const fault = (pointer: string, code: ProblemCode, message: string): Fault => ({
  ...{ in: 'body', pointer: `/file${pointer}`, code, message },
});

/** What a rule refuses, at the place of its row. */
export function refusals(pointer: string, check: () => unknown): Fault[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const [first] = error.errors;
    return [fault(pointer + (first?.pointer ?? ''), error.code, first?.message ?? error.message)];
  }
}

function rowFaults(resource: Resource, { value, pointer }: Asked<Row>): Fault[] {
  return refusals(pointer, () => {
    const row = value as never;
    if (resource === 'account') checkKind(row);
    if (resource === 'series') checkFormat(String(value['format']));
    if (resource === 'dimension') checkRanges(value['requiredOn'] as string[]);
    if (resource === 'dimensionValue') checkValidity(row);
    if (resource === 'currency' && !standardCurrency(value.code)) newCurrency(row);
  });
}

function twice(rows: readonly Asked<Row>[]): Fault[] {
  const first = new Map<string, string>();
  return rows.flatMap(({ value, pointer }) => {
    const before = first.get(keyOf(value));
    first.set(keyOf(value), before ?? pointer);
    return before === undefined
      ? []
      : [fault(`${pointer}/code`, 'conflict', `${value.code} stands in the file twice: at ${before} too`)];
  });
}

/** Where rows refer to: field, resource and the word for one that is not there. */
const references: readonly [Resource, string, Resource, ProblemCode][] = [
  ['account', 'parent', 'account', 'account_unknown'],
  ['account', 'replaces', 'account', 'account_unknown'],
  ['dimension', 'parent', 'dimension', 'dimension_unknown'],
  ['dimensionValue', 'parent', 'dimensionValue', 'dimension_unknown'],
  ['journal', 'series', 'series', 'invalid_request'],
  ['journal', 'defaultAccount', 'account', 'account_unknown'],
];

function referenceFaults(wanted: Wanted, living: Living): Fault[] {
  const after = (resource: Resource) => rowsAfter(wanted.rows[resource], living.rows[resource]);
  const ofRows = references.flatMap(([resource, field, to, code]) => {
    const there = after(to);
    return wanted.rows[resource].flatMap(({ value, pointer }) => {
      const name = value[field];
      if (name === null || name === undefined) return [];
      const found = there.has(keyOf({ code: String(name), dimension: withinOf(value) }));
      return found
        ? []
        : [fault(`${pointer}/${field}`, code, `there is no ${to} ${name}, here or in the tenant`)];
    });
  });

  const accounts = after('account');
  const roles = (wanted.identity['accountRoles'] ?? {}) as Record<string, string | string[]>;
  const ofRoles = Object.entries(roles).flatMap(([role, named]) =>
    [named]
      .flat()
      .flatMap((code) =>
        accounts.has(keyOf({ code }))
          ? []
          : [
              fault(
                `/accountRoles/${role}`,
                'account_unknown',
                `there is no account ${code}, here or in the tenant`,
              ),
            ],
      ),
  );

  const own = [...after('currency').values()] as unknown as OwnCurrency[];
  const ofCurrencies = (['account', 'journal'] as const).flatMap((resource) =>
    wanted.rows[resource].flatMap(({ value, pointer }) =>
      refusals(pointer, () => checkCurrency(own, value['currency'] as string | null, '/currency')),
    ),
  );
  return [...ofRows, ...ofRoles, ...ofCurrencies];
}

/** The rows that there will be when nothing is removed. */
export function rowsAfter(wanted: readonly Asked<Row>[], living: readonly Row[]): Map<string, Row> {
  const there = new Map(living.map((row) => [keyOf(row), row]));
  for (const { value } of wanted) there.set(keyOf(value), value);
  return there;
}

function cycles(wanted: readonly Asked<Row>[], living: readonly Row[]): Fault[] {
  const there = rowsAfter(wanted, living);
  const above = (row: Row): Row | undefined =>
    typeof row['parent'] === 'string'
      ? there.get(keyOf({ code: row['parent'], dimension: withinOf(row) }))
      : undefined;
  return wanted.flatMap(({ value, pointer }) => {
    const path = [value.code];
    for (let row = above(value); row && path.length <= there.size; row = above(row)) {
      path.push(row.code);
      if (row.code !== value.code) continue;
      return [
        fault(`${pointer}/parent`, 'invalid_request', `${path.join(' is below ')}: a tree has no cycles`),
      ];
    }
    return [];
  });
}

function yearFaults(wanted: Wanted['years'], living: readonly YearForm[]): Fault[] {
  const codes = new Set(wanted.map(({ value }) => value.code));
  const others: Omit<YearForm, 'externalId'>[] = living.filter(({ code }) => !codes.has(code));
  return wanted.flatMap(({ value, pointer }) => {
    const wrong = yearFault(value);
    if (wrong) return [fault(`${pointer}/end`, wrong.code as ProblemCode, wrong.message)];

    const other = others.find(({ start, end }) => start <= value.end && value.start <= end);
    others.push(value);
    const place = other && value.start >= other.start ? 'start' : 'end';
    return other
      ? [
          fault(
            `${pointer}/${place}`,
            'conflict',
            `${value.start}..${value.end} overlaps year ${other.code} (${other.start}..${other.end}): years do not overlap`,
          ),
        ]
      : [];
  });
}
