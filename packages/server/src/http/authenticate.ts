import { createHash } from 'node:crypto';
import type { Clock } from '../kernel/clock.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from './context.ts';

/** A key as it is stored, found by the hash of its secret. */
export interface StoredKey extends Actor {
  expiresAt: string | null;
  revokedAt: string | null;
}

export type FindKey = (hash: Buffer) => Promise<StoredKey | undefined>;

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** How long a key that was found may be used without asking the database again; a revocation is seen at most this late. */
const keptFor = 1_000;

/**
 * Bearer token -> actor. Only the hash of a key is compared, by an index look-up, so timing tells nothing about a secret.
 * Unknown keys are not kept.
 */
export function createAuthenticator(find: FindKey, now: Clock) {
  const kept = new Map<string, { key: StoredKey; since: number }>();
  /** A clock that was set back does not make a key last longer. */
  const isFresh = (since: number): boolean => since <= now() && now() < since + keptFor;

  return {
    /** `beforeLookUp` runs for a key that is not known yet, and may refuse to look. */
    async authenticate(authorization: string | undefined, beforeLookUp: () => void): Promise<Actor> {
      const secret = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      if (!secret) throw new Problem('unauthenticated', 'Send an API key: Authorization: Bearer erp_…');

      const hash = hashOf(secret);
      const name = hash.toString('base64');
      let hit = kept.get(name);
      if (!hit || !isFresh(hit.since)) {
        beforeLookUp();
        const key = await find(hash);
        if (!key) throw new Problem('unauthenticated', 'This API key is not known here');
        hit = { key, since: now() };
        if (kept.size > 10_000) kept.clear();
        kept.set(name, hit);
      }

      if (hit.key.revokedAt) throw new Problem('unauthenticated', 'This API key was revoked');
      if (hit.key.expiresAt && Date.parse(hit.key.expiresAt) <= now()) {
        throw new Problem('unauthenticated', `This API key expired at ${hit.key.expiresAt}`);
      }
      return hit.key;
    },
    /** Forgets what is kept, so that a revocation in this process works at once. */
    forget(): void {
      kept.clear();
    },
  };
}

export type Authenticator = ReturnType<typeof createAuthenticator>;
