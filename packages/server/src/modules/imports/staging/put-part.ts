import type { components } from '@erp/openapi/types';
import type { Context } from '../../../http/context.ts';
import { notFound, Problem } from '../../../kernel/problem.ts';
import { amountContext } from '../../entries/index.ts';
import { checkDigest, mayCreate, partConflict, requireState } from '../rules.ts';
import { find, type Session } from '../store.ts';
import { currenciesBefore } from './new-currencies.ts';
import { readPart } from './parts.ts';
import { findPart, type PartRow, stagePart, stateForPart } from './stage.ts';

type ImportPart = components['schemas']['ImportPart'];

/**
 * Takes a part in: checked and typed before the database sees it, then staged in one transaction, so that a crash leaves all
 * of it or nothing. The same bytes under the same number are harmless however often they come.
 */
export async function putPart(context: Context, id: string, part: number, body: Buffer): Promise<ImportPart> {
  const { tenant } = context;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const sha256 = checkDigest(bytes, context.headers.contentDigest);

  // The part before its session: one that is found is counted in what the session says is wanted next.
  const known = await context.read(async (tx) => ({
    there: await findPart(tx, tenant.id, id.toLowerCase(), part),
    session: requireSession(await find(tx, tenant.id, id.toLowerCase()), id),
    exponents: await currenciesBefore(tx, tenant.id, id.toLowerCase(), part),
  }));
  const { session, there, exponents } = known;
  if (there) return repeated(there, sha256, session);
  requireState(session, ['receiving'], 'sent a part');

  const staged = readPart(bytes, {
    part,
    amounts: { ...amountContext(tenant, false), amountsIn: session.options.amountsIn ?? 'base' },
    createsCurrencies: mayCreate(session, 'currencies'),
    exponents,
    isOpening: session.resource === 'opening-balances',
  });

  return context.change(async (tx) => {
    const state = await stateForPart(tx, tenant.id, session.id);
    if (state !== 'receiving')
      requireState({ ...session, state: state as Session['state'] }, ['receiving'], 'sent a part');
    const isNew = await stagePart(tx, tenant.id, session.id, { part, sha256, bytes: bytes.length }, staged);
    const after = requireSession(await find(tx, tenant.id, session.id), id);
    if (isNew) return { part, rows: staged.rows, bytes: bytes.length, sha256, next: after.next };

    const other = await findPart(tx, tenant.id, session.id, part);
    if (!other)
      throw new Problem('conflict', `Part ${part} was being sent by another request: send it again`);
    return repeated(other, sha256, after);
  });
}

function requireSession(session: Session | undefined, id: string): Session {
  if (!session) throw notFound('import', id);
  return session;
}

function repeated(there: PartRow, sha256: string, session: Session): ImportPart {
  if (there.sha256 !== sha256) throw partConflict(there.part);
  const { part, rows, bytes } = there;
  return { part, rows: Number(rows), bytes: Number(bytes), sha256, next: session.next };
}
