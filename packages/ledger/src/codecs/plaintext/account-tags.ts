import type { AccountRow } from '../../records/rows.ts';

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
    ...(account.mappings ?? []).map(({ scheme, code }): [string, string] => [`mapping.${scheme}`, code]),
  ];
  return tags.filter((tag): tag is [string, string] => tag[1] !== undefined && tag[1] !== '');
}
