import type { AccountRow } from '../../records/rows.ts';
import { kindOfRoot, statementOf, typeOfLetter } from './account-kinds.ts';
import { decoded } from './tags.ts';

interface Named {
  line: number;
  tags: Map<string, string>;
}

const controls = ['none', 'receivable', 'payable', 'employee', 'other'];

/**
 * The row of an account: its own tags first, then what the nearest account above it declares, then the first part of its name.
 * Accounts of our own files have a tag `code`; for others their name is the code, and the account above them is their parent.
 */
export function accountRow(
  name: string,
  { line, tags }: Named,
  find: (name: string) => Named | undefined,
): { row: AccountRow; rule?: string } {
  const kind = kindOf(name, tags, find);
  const row: AccountRow = { record: 'account', row: line, code: tags.get('code') || name };
  const text = (tag: string): string | undefined => tags.get(tag) || undefined;

  const own = text('name');
  if (own !== undefined) row.name = own;
  if (kind?.type) {
    row.statement = kind.statement;
    row.type = kind.type;
  }
  const parent = tags.has('code') ? text('parent') : parentOf(name, find);
  if (parent !== undefined) row.parent = parent;
  if (tags.get('postable') === 'no') row.postable = false;

  const control = text('control');
  if (control !== undefined && controls.includes(control))
    row.control = control as NonNullable<AccountRow['control']>;
  if (tags.get('settleable') === 'yes') row.settleable = true;
  const currency = text('currency');
  if (currency !== undefined && tags.has('code')) row.currency = currency;
  const unit = text('unit');
  if (unit !== undefined && tags.has('code')) row.unit = unit;
  const externalId = text('external-id');
  if (externalId !== undefined) row.externalId = externalId;

  const mappings = [...tags]
    .filter(([tag, value]) => tag.startsWith('mapping.') && value !== '')
    .flatMap(([tag, codes]) =>
      codes.split('\n').map((code) => ({ scheme: decoded(tag.slice('mapping.'.length)), code })),
    );
  if (mappings.length > 0) row.mappings = mappings;
  return kind?.rule === undefined ? { row } : { row, rule: kind.rule };
}

function kindOf(name: string, tags: Map<string, string>, find: (name: string) => Named | undefined) {
  for (let [at, own]: [string, Map<string, string> | undefined] = [name, tags]; at !== ''; ) {
    const declared = own && (typeOfLetter(own.get('kind') ?? '') ?? typeOfLetter(own.get('type') ?? ''));
    if (declared)
      return {
        type: declared,
        statement: statementOf(declared),
        rule: `type of ${at === name ? 'its own' : 'an account above'}`,
      };
    at = at.slice(0, Math.max(0, at.lastIndexOf(':')));
    own = find(at)?.tags;
  }
  return kindOfRoot(name);
}

function parentOf(name: string, find: (name: string) => Named | undefined): string | undefined {
  for (let at = name.lastIndexOf(':'); at > 0; at = name.lastIndexOf(':', at - 1)) {
    const above = name.slice(0, at);
    if (find(above)) return above;
  }
  return undefined;
}
