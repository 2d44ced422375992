import type { AccountRow } from '../../records/rows.ts';
import { encoded } from './tags.ts';

type AccountType = NonNullable<AccountRow['type']>;

/** What an account's row says and its name does not, as tags. */
export function tagsOfAccount(account: AccountRow, type: AccountType): [string, string][] {
  const tags: [string, string | undefined][] = [
    ['code', account.code],
    ['name', account.name],
    ['kind', type === 'memo' ? 'memo' : undefined],
    ['parent', account.parent],
    ['postable', account.postable === false ? 'no' : undefined],
    ['currency', account.currency],
    ['control', account.control === 'none' ? undefined : account.control],
    ['settleable', account.settleable ? 'yes' : undefined],
    ['unit', account.unit],
    ['external-id', account.externalId],
    ...(account.mappings ?? []).map(({ scheme, code }): [string, string] => [
      `mapping.${encoded(scheme)}`,
      code,
    ]),
  ];
  return tags.filter((tag): tag is [string, string] => tag[1] !== undefined && tag[1] !== '');
}

const names = new Set([
  ...['code', 'name', 'kind', 'type', 'parent', 'postable', 'currency', 'control', 'settleable', 'unit'],
  'external-id',
]);

/** Whether the row of an account has a place for a tag. */
export const isAccountTag = (name: string): boolean => names.has(name) || name.startsWith('mapping.');

/** Takes in a tag; the first of a name counts, but an account may have several mappings of one scheme. */
export function putAccountTag(tags: Map<string, string>, name: string, value: string): void {
  const before = tags.get(name);
  if (before === undefined) tags.set(name, value);
  else if (name.startsWith('mapping.')) tags.set(name, `${before}\n${value}`);
}
