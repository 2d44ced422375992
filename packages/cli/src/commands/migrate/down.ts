import type { CommandBody } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { work } from './work.ts';

const down: CommandBody<{ readonly to?: number }> = async (context, options) => {
  const { erp, terminal, settings } = context;
  const { migrations, number } = await erp.migrations.status();
  const applied = migrations.filter(({ state }) => state === 'applied');
  const to = options.to ?? applied.at(-2)?.number ?? 0;

  const isAsked = terminal.interactive && !settings.yes;
  if (isAsked && !(await terminal.confirm(`Take the schema back from ${number} to ${to}?`))) {
    throw new Failure('nothing was changed', { code: 'declined' });
  }
  return work(context, () => erp.migrations.down({ to }));
};

export default down;
