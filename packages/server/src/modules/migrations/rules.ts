import { fourDigits, type Release, SchemaError } from '../../db/schema/index.ts';
import type { Actor } from '../../http/context.ts';
import { Problem } from '../../kernel/problem.ts';

/** One schema holds every tenant's books. */
export function requirePlatform(actor: Actor): void {
  if (actor.tenantId === null) return;
  throw new Problem('forbidden', 'The schema is for keys of the platform, and this one belongs to a tenant');
}

/** A server does not take away what it stands on. */
export function requireNeedless(release: Release, to: number): void {
  if (to >= release.speaksFrom) return;
  throw new Problem(
    'conflict',
    `this server needs the schema at ${fourDigits(release.speaksFrom)} or later: stop it, and run \`erp-server migrate down --to ${to}\``,
  );
}

/** What the migrator refuses, as the API says it. */
export const problemOf = (error: unknown): unknown =>
  error instanceof SchemaError ? new Problem('conflict', error.message) : error;
