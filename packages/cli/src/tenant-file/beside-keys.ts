import { connect } from '../client.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exits.ts';
import { Failure, UsageError } from '../failure.ts';
import { documentOf } from '../output/errors.ts';
import { isErpError } from '../output/server-failure.ts';
import { currentChannel } from '../run.ts';
import type { DeclaredKey } from './beside.ts';
import { type BesideStep, step } from './beside-steps.ts';
import { openSecrets, unfinishedIn } from './secrets-file.ts';

/** The keys that a file names, beside those that the tenant has. */
export interface ComparedKeys {
  readonly missing: readonly DeclaredKey[];
  /** Ids of keys that a run made which was cut off before it had their secret on disk: they are of no use, and made anew. */
  readonly lost: readonly string[];
  readonly there: readonly DeclaredKey[];
  /** There, and for something else: scopes of a key do not change. */
  readonly other: readonly { readonly key: DeclaredKey; readonly failure: Failure }[];
}

/** @param secrets the file that secrets of new keys go to, which tells those that are lost */
export async function compareKeys(
  { erp, settings }: Context,
  keys: readonly DeclaredKey[],
  secrets: string | undefined,
): Promise<ComparedKeys> {
  const unfinished = await unfinishedIn(secrets, settings.tenant?.value ?? '');
  const living = keys.length > 0 ? await livingKeys(erp) : [];
  const of = (name: string) => living.filter((key) => key.name === name);
  const isMissing = ({ name }: DeclaredKey) => of(name).length === 0 || unfinished.has(name);
  const isSame = (key: DeclaredKey) => of(key.name).some((own) => sameWords(own.scopes, key.scopes));
  const found = keys.filter((key) => !isMissing(key));

  return {
    missing: keys.filter(isMissing),
    lost: keys.filter(isMissing).flatMap(({ name }) => of(name).map(({ id }) => id)),
    there: found.filter(isSame),
    other: found
      .filter((key) => !isSame(key))
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

/**
 * Makes the keys that are missing, and writes the secret of each to a file that only its owner may read. That it is about to make
 * one stands there first: a key whose answer is lost is found by the next run, which ends it and makes it anew.
 */
export async function makeKeys(
  { erp, settings }: Context,
  tenant: string,
  { missing, lost, there }: ComparedKeys,
  secrets: string | undefined,
  done: BesideStep[],
): Promise<void> {
  done.push(...there.map(({ name }) => step('api-key', name, 'unchanged')));
  if (missing.length === 0 || secrets === undefined) return;

  // Sent once: the server keeps no secret, and so would make a second key for a repetition.
  const once = await connect(settings, currentChannel(), { retries: 0 });
  const file = await openSecrets(secrets);
  try {
    for (const id of lost) await erp.apiKeys.revoke(id);
    for (const { name, scopes } of missing) {
      await file.write({ tenant, name, state: 'making' });
      try {
        const { id, secret } = await once.apiKeys.create({ name, scopes: [...scopes] });
        await file.write({ tenant, name, id, secret });
      } catch (error) {
        if (isErpError(error) && error.status < 500) await file.write({ tenant, name, state: 'refused' });
        throw error;
      }
      done.push(step('api-key', name, 'created', { written: 1, updated: 0 }));
    }
  } finally {
    await file.close();
  }
}
