import type { components } from '@erp/openapi/types';
import type { Context } from '../../http/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { type Posting, postGroup } from './posting.ts';
import { byCode, prepare } from './prepare.ts';
import { refusalOf } from './refusal.ts';
import type { NewEntry } from './rules.ts';

type Results = components['schemas']['EntryBatchResults'];
type Result = Results['results'][number];

/** Posts what is sound of many entries, in one transaction, and answers each by its index. */
export async function postBatch(context: Context, bodies: readonly NewEntry[]): Promise<Results> {
  const entries = await byCode(context, bodies);
  const results: Result[] = [];
  const postings: { index: number; posting: Posting }[] = [];
  entries.forEach((entry, index) => {
    try {
      postings.push({ index, posting: prepare(context, entry) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      results.push({ index, problem: error.toBody(context.requestId) });
    }
  });

  return context.change(async (tx) => {
    const posted = await postGroup(
      tx,
      context.tenant,
      tx.at,
      postings.map((p) => p.posting),
    );
    for (const [i, { index, posting }] of postings.entries()) {
      const outcome = posted[i];
      if (!outcome) throw new Error('post_entries answered for fewer entries than it was given');
      if (outcome.fault === null) {
        results.push({ index, entry: { id: posting.id, number: outcome.number } });
      } else {
        const refusal = await refusalOf(tx, context.tenant, posting, outcome);
        results.push({ index, problem: refusal.toBody(context.requestId) });
      }
    }
    results.sort((a, b) => a.index - b.index);
    const refused = results.filter((r) => r.problem !== undefined).length;
    return { results, posted: results.length - refused, refused };
  });
}
