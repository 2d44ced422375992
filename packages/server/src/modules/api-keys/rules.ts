import { randomBytes } from 'node:crypto';
import type { Actor } from '../../http/context.ts';
import { Problem } from '../../kernel/problem.ts';

/** 256 random bits behind a prefix that secret scanners can look for. */
export const newSecret = (): string => `erp_${randomBytes(32).toString('base64url')}`;

/** What of a secret is kept to tell keys apart. */
export const prefixOf = (secret: string): string => secret.slice(0, 10);

/** Nobody gives away more than they have. */
export function requireGrantable(actor: Actor, scopes: readonly string[]): void {
  if (actor.scopes.includes('*')) return;
  const more = scopes.filter((scope) => !actor.scopes.includes(scope));
  if (more.length === 0) return;
  throw new Problem('forbidden', `A key cannot grant what it may not do itself: ${more.join(', ')}`);
}
