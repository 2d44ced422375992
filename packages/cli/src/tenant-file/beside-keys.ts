import { open } from 'node:fs/promises';
import type { Context } from '../context.ts';
import { EXIT } from '../exits.ts';
import { Failure, UsageError } from '../failure.ts';
import { documentOf } from '../output/errors.ts';
import { isErpError } from '../output/server-failure.ts';
import type { DeclaredKey } from './beside.ts';
import { type BesideStep, step } from './beside-steps.ts';

/** The keys that a file names, beside those that the tenant has. */
export interface ComparedKeys {
  readonly missing: readonly DeclaredKey[];
  readonly there: readonly DeclaredKey[];
  /** There, and for something else: scopes of a key do not change. */
  readonly other: readonly { readonly key: DeclaredKey; readonly failure: Failure }[];
}

export async function compareKeys({ erp }: Context, keys: readonly DeclaredKey[]): Promise<ComparedKeys> {
  const living = await livingKeys(erp);
  const of = (name: string) => living.filter((key) => key.name === name);
  const isSame = (key: DeclaredKey) => of(key.name).some((own) => sameWords(own.scopes, key.scopes));

  return {
    missing: keys.filter(({ name }) => of(name).length === 0),
    there: keys.filter(isSame),
    other: keys
      .filter((key) => of(key.name).length > 0 && !isSame(key))
      .map((key) => ({ key, failure: otherScopes(key, of(key.name)[0]?.id ?? '') })),
  };
}

/** Those that can still be used; none of a tenant that is not there. */
async function livingKeys(erp: Context['erp']) {
  const living = [];
  try {
    for await (const key of erp.apiKeys.iterate()) {
      const isOver =
        key.revokedAt !== null || (key.expiresAt !== null && Date.parse(key.expiresAt) <= Date.now());
      if (!isOver) living.push(key);
    }
  } catch (error) {
    if (isErpError(error) && error.status === 404) return [];
    throw error;
  }
  return living;
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

const otherScopes = ({ name }: DeclaredKey, id: string): Failure =>
  new Failure(`the key ${name} has other scopes, and those of a key do not change`, {
    code: 'field_fixed',
    exit: EXIT.conflict,
    actions: [{ label: 'End it, then apply makes it anew', command: `erp api-key revoke ${id}` }],
  });

export const plannedKeys = ({ missing, there, other }: ComparedKeys): BesideStep[] => [
  ...missing.map(({ name }) => step('api-key', name, 'create')),
  ...other.map(({ key, failure }) => ({
    ...step('api-key', key.name, 'blocked'),
    error: documentOf(failure).error,
  })),
  ...there.map(({ name }) => step('api-key', name, 'unchanged')),
];

/** @throws Failure before anything is changed: a key cannot be as the file says, or its secret would be lost */
export function requireMakeable({ missing, other }: ComparedKeys, secrets: string | undefined): void {
  const [first] = other;
  if (first) throw first.failure;
  if (missing.length === 0 || secrets !== undefined) return;
  throw new UsageError(
    `missing --secrets FILE: ${missing.map(({ name }) => name).join(', ')} would be made, and a secret is shown once`,
    'erp tenant apply -f tenant.yaml --secrets secrets.jsonl',
  );
}

/** Makes the keys that are missing, and writes the secret of each to a file that only its owner may read. */
export async function makeKeys(
  { erp }: Context,
  tenant: string,
  { missing, there }: ComparedKeys,
  secrets: string | undefined,
  done: BesideStep[],
): Promise<void> {
  done.push(...there.map(({ name }) => step('api-key', name, 'unchanged')));
  if (missing.length === 0 || secrets === undefined) return;

  // Opened before a key is made: a secret that could not be written would be lost.
  const file = await open(secrets, 'a', 0o600);
  try {
    await file.chmod(0o600);
    for (const { name, scopes } of missing) {
      const { id, secret } = await erp.apiKeys.create({ name, scopes: [...scopes] });
      await file.appendFile(`${JSON.stringify({ tenant, name, id, secret })}\n`);
      await file.sync();
      done.push(step('api-key', name, 'created', { written: 1, updated: 0 }));
    }
  } finally {
    await file.close();
  }
}
