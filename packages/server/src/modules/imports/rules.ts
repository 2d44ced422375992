import { createHash, timingSafeEqual } from 'node:crypto';
import type { components } from '@erp/openapi/types';
import type { TenantInfo } from '../../http/context.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import { Problem, type ProblemBody } from '../../kernel/problem.ts';
import type { Options, Session, State } from './store.ts';

type Import = components['schemas']['Import'];
type NewImport = components['schemas']['NewImport'];

/** 409 with the session that holds the file, so that a caller can look at it. */
export class AlreadyImported extends Problem {
  readonly importId: string;

  constructor(importId: string) {
    super(
      'already_imported',
      `The same file was imported with the same options: see import ${importId}, or say again to import it once more`,
    );
    this.importId = importId;
  }

  override toBody(requestId: string): ProblemBody {
    return { ...super.toBody(requestId), importId: this.importId };
  }
}

/** What makes two sessions the same: the file, what it is read as, and how. */
export function fingerprintOf({ sha256, resource }: NewImport, options: Options): string {
  const sorted = Object.fromEntries(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (options.create) sorted['create'] = [...options.create].sort();
  return createHash('sha256')
    .update(JSON.stringify([sha256, resource, sorted]))
    .digest('hex');
}

/** Options that mean nothing for the resource are refused: nobody should believe they were heeded. */
export function checkOptions({ resource, mode }: NewImport, options: Options): void {
  const refuse = (pointer: string, message: string): never => {
    throw new Problem('invalid_request', message, [
      { in: 'body', pointer, code: 'invalid_request', message },
    ]);
  };
  if (resource === 'opening-balances' && options.year === undefined) {
    refuse('/options/year', 'opening balances need options.year: the year that they open');
  }
  if (resource !== 'opening-balances' && options.year !== undefined) {
    refuse('/options/year', 'options.year is for opening-balances only: entries have their dates');
  }
  if (mode === 'upsert' && isOfEntries(resource)) {
    refuse('/mode', `${resource} are only ever created: posted entries never change`);
  }
}

export const isOfEntries = (resource: Import['resource']): boolean =>
  resource === 'entries' || resource === 'ledger' || resource === 'opening-balances';

/** What the import may create beside its own resource. */
export function mayCreate(
  session: Pick<Session, 'resource' | 'options'>,
  what: NonNullable<Options['create']>[number],
) {
  return session.resource === 'ledger' || (session.options.create ?? []).includes(what);
}

/** `sha-256=:…:` of the header `Content-Digest` (RFC 9530) must be the digest of the body; the answer is its hex form. */
export function checkDigest(body: Buffer, header: string | undefined): string {
  const said = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]+={0,2}):/.exec(header ?? '')?.[1];
  const digest = createHash('sha256').update(body).digest();
  const given = Buffer.from(said ?? '', 'base64');
  if (given.length !== digest.length || !timingSafeEqual(given, digest)) {
    throw new Problem(
      'digest_mismatch',
      said === undefined
        ? 'Content-Digest names no sha-256: send sha-256=:BASE64: of the body'
        : 'The body does not have the digest of Content-Digest: it was damaged on its way, send it again',
      [
        {
          in: 'header',
          pointer: '/content-digest',
          code: 'digest_mismatch',
          message: 'is not that of the body',
        },
      ],
    );
  }
  return digest.toString('hex');
}

const hints: Partial<Record<State, string>> = {
  validating: 'wait until it is valid or invalid',
  committing: 'wait until it is committed',
  committed: 'begin another import for more rows, or reverse this one',
  cancelled: 'begin another import',
  reversed: 'begin another import',
};

/** Refuses what the state of the session does not allow, naming the state and what to do. */
export function requireState(session: Session, allowed: readonly State[], act: string): void {
  if (allowed.includes(session.state)) return;
  const hint = hints[session.state] ?? `it can be done in: ${allowed.join(', ')}`;
  throw new Problem('conflict', `Import ${session.id} is ${session.state} and cannot be ${act}: ${hint}`);
}

export const partConflict = (part: number): Problem =>
  new Problem(
    'part_conflict',
    `Part ${part} is here with another content: send the same bytes, or begin another import`,
  );

/** A session as the wire has it. */
export function importOf(session: Session, tenant: TenantInfo): Import {
  const { fingerprint: _f, said: _s, idPrefix: _p, received, next, bytes, rows, ...same } = session;
  const money = writtenBy(tenant);
  return {
    ...same,
    parts: { received: Number(received), next, bytes: Number(bytes) },
    rows: Number(rows),
    entries: Number(session.entries),
    lines: Number(session.lines),
    valid: Number(session.valid),
    written: Number(session.written),
    updated: Number(session.updated),
    unchanged: Number(session.unchanged),
    skipped: Number(session.skipped),
    rejected: Number(session.rejected),
    debit: session.debit === null ? null : money(session.debit, tenant.baseCurrency),
    credit: session.credit === null ? null : money(session.credit, tenant.baseCurrency),
  };
}
