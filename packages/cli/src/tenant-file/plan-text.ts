import type { components } from '@erp/openapi/types';
import { stepsOf } from '../json-pointer.ts';
import type { Column } from '../output/result.ts';
import { printable } from '../output/text-width.ts';
import type { BesideStep } from './beside-steps.ts';
import type { ParsedTenantFile } from './parse.ts';

export type TenantPlan = components['schemas']['TenantPlan'];
type Change = TenantPlan['changes'][number];

const signs = { create: '+', update: '~', remove: '-' } as const;

/** What the file of a tenant would change, and what would be done beside it. */
export interface WholePlan {
  readonly plan: TenantPlan;
  readonly beside: readonly BesideStep[];
}

/** Nothing is to be changed in the tenant itself and nothing stands in the way. */
export const isEmptyPlan = ({ changes, blocked }: TenantPlan): boolean =>
  changes.length + blocked.length === 0;

/** Nothing is to be done, beside it either. */
export const isNothing = ({ plan, beside }: WholePlan): boolean =>
  isEmptyPlan(plan) && beside.every(({ result }) => result === 'unchanged');

/** A plan as people read it: what is made, changed and removed, what cannot be, what stays although the file does not name it. */
export function planText(whole: WholePlan, file: ParsedTenantFile): string {
  const { tenant, isNew, changes, blocked, kept } = whole.plan;
  const steps = whole.beside.flatMap(besideLines);
  const lines = [
    ...changes.flatMap(changeLines),
    ...blocked.map(({ resource, code, within, pointer, message }) => {
      const { line, column } = file.mistakeAt(stepsOf(pointer), '');
      const place = `${file.path}:${line}:${column}`;
      return `  ! ${nameOf({ resource, code, within })}: ${printable(message)} (${place})`;
    }),
    ...kept.map((row) => {
      const why = row.reason === null ? 'not in the file; --prune removes what nothing uses' : row.reason;
      return `  = ${nameOf(row)} stays: ${printable(why)}`;
    }),
    ...steps,
  ];
  const count = (action: Change['action']) => changes.filter((change) => change.action === action).length;
  const sums = [
    `${count('create')} to create`,
    `${count('update')} to change`,
    `${count('remove')} to remove`,
    ...(blocked.length > 0 ? [`${blocked.length} impossible`] : []),
    ...(steps.length > 0 ? [`${steps.length} beside it`] : []),
  ];
  const sum = isNothing(whole) ? 'nothing to do' : sums.join(', ');
  return [...lines, ...(lines.length > 0 ? [''] : []), `${tenant}${isNew ? ' (new)' : ''}: ${sum}`].join(
    '\n',
  );
}

function changeLines({ action, resource, code, within, fields }: Change): string[] {
  const name = `  ${signs[action]} ${nameOf({ resource, code, within })}`;
  if (action === 'remove') return [name];
  if (action === 'create') {
    const label = fields.find(({ field }) => field === 'name')?.after;
    return [label === undefined ? name : `${name}  ${printable(String(label))}`];
  }
  return [
    name,
    ...fields.map(({ field, before, after }) => `      ${field}: ${shown(before)} → ${shown(after)}`),
  ];
}

function besideLines({ resource, name, result, written, updated, error }: BesideStep): string[] {
  const what = `${resource} ${printable(name)}`;
  switch (result) {
    case 'unchanged':
      return [];
    case 'blocked':
      return [`  ! ${what}: ${printable(error?.message ?? '')}`];
    case 'later':
      return [`  + ${what}: imported when the tenant is as its file says`];
    default:
      return [resource === 'api-key' ? `  + ${what}` : `  + ${what}: ${written} new, ${updated} changed`];
  }
}

const nameOf = ({ resource, code, within }: Pick<Change, 'resource' | 'code' | 'within'>): string =>
  `${resource === 'dimensionValue' ? 'value' : resource} ${printable(within === null ? code : `${within}/${code}`)}`;

function shown(value: unknown): string {
  const text = value === null || value === undefined ? 'nothing' : JSON.stringify(value);
  return printable(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}

/** Columns of the changes as rows. */
export const planColumns: readonly Column[] = [
  { key: 'action' },
  { key: 'resource' },
  { key: 'within' },
  { key: 'code' },
  { key: 'fields' },
];
