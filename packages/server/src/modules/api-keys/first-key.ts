import type { Database } from '../../db/database.ts';
import { hashOf } from '../../http/authenticate.ts';
import { type Clock, instant } from '../../kernel/clock.ts';
import { platformId, uuidv7 } from '../../kernel/id.ts';
import { newSecret, prefixOf } from './rules.ts';
import * as store from './store.ts';

/**
 * The key of a database that has none: all scopes, all tenants. Undefined when there is a key. Two servers that start at once
 * make one, because the second waits for the first.
 */
export async function createFirstKey(db: Database, now: Clock): Promise<string | undefined> {
  return db.tx({ role: 'erp_platform', tenantId: platformId }, async (tx) => {
    await store.lockFirst(tx);
    if (await store.anyKey(tx)) return undefined;

    const secret = newSecret();
    await store.insert(tx, platformId, {
      id: uuidv7(now()),
      name: 'first platform key',
      hash: hashOf(secret),
      prefix: prefixOf(secret),
      scopes: ['*'],
      expiresAt: null,
      at: instant(now()),
    });
    return secret;
  });
}
