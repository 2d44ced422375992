import type { Context } from '../../context.ts';
import type { Column, Result } from '../../output/result.ts';

export const statusColumns: readonly Column[] = [
  { key: 'number' },
  { key: 'name' },
  { key: 'phase' },
  { key: 'state' },
  { key: 'appliedAt', title: 'when' },
  { key: 'seconds', kind: 'count' },
  { key: 'rows', kind: 'count' },
];

type Migrations = Context['erp']['migrations'];
type Worked = Awaited<ReturnType<Migrations['up']>>;

/** Calls until the server says that it is done, shows what it tells meanwhile, and ends with the state of the schema. */
export async function work({ erp, terminal }: Context, call: () => Promise<Worked>): Promise<Result> {
  const progress = terminal.progress();
  let shown: { phase: string; of: number | null } = { phase: '', of: null };
  try {
    for (;;) {
      const { isDone, events } = await call();
      for (const { name, rows, of, detail } of events) {
        const phase = detail === null ? name : `${name}: ${detail}`;
        // A backfill begins before it says how many rows there are, and does not say so again at its end.
        if (phase !== shown.phase || (of !== null && of !== shown.of)) {
          await progress.phase(phase, of ?? undefined, rows === null ? undefined : 'rows');
          shown = { phase, of };
        }
        if (rows !== null) progress.reach(rows);
      }
      if (isDone) break;
    }
  } finally {
    progress.stop();
  }

  const data = await erp.migrations.status();
  return { data, table: { rows: data.migrations, columns: statusColumns } };
}
