import type { components } from '@erp/openapi/types';
import type { Column } from '../output/result.ts';
import { printable } from '../output/text-width.ts';
import { stepsOf } from '../yaml-file/located.ts';
import type { ParsedTenantFile } from './parse.ts';

export type TenantPlan = components['schemas']['TenantPlan'];
type Change = TenantPlan['changes'][number];

const signs = { create: '+', update: '~', remove: '-' } as const;

/** Nothing is to be done and nothing stands in the way. */
export const isEmptyPlan = ({ changes, blocked }: TenantPlan): boolean =>
  changes.length + blocked.length === 0;

/** A plan as people read it: what is made, changed and removed, what cannot be, what stays although the file does not name it. */
export function planText(plan: TenantPlan, file: ParsedTenantFile): string {
  const { tenant, isNew, changes, blocked, kept } = plan;
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
  ];
  const count = (action: Change['action']) => changes.filter((change) => change.action === action).length;
  const sums = [
    `${count('create')} to create`,
    `${count('update')} to change`,
    `${count('remove')} to remove`,
    ...(blocked.length > 0 ? [`${blocked.length} impossible`] : []),
  ];
  const whole = isEmptyPlan(plan) ? 'nothing to do' : sums.join(', ');
  return [...lines, ...(lines.length > 0 ? [''] : []), `${tenant}${isNew ? ' (new)' : ''}: ${whole}`].join(
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
