import type { CommandBody } from '../../context.ts';
import { requireYes } from '../../output/require-yes.ts';
import { work } from './work.ts';

const down: CommandBody<{ readonly to?: number }> = async (context, options) => {
  const { erp } = context;
  const { migrations, number } = await erp.migrations.status();
  const applied = migrations.filter(({ state }) => state === 'applied');
  const to = options.to ?? applied.at(-2)?.number ?? 0;

  await requireYes(context, `Take the schema back from ${number} to ${to}?`);
  return work(context, () => erp.migrations.down({ to }));
};

export default down;
