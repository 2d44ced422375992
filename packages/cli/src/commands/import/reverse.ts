import type { Schemas } from '@erp/sdk';
import type { CommandBody } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { jobFailure } from '../../transfer/import-failures.ts';
import { settled } from '../../transfer/import-session.ts';

const reverse: CommandBody<object, [string]> = async (context, _, id) => {
  const progress = context.terminal.progress();
  try {
    const begun = await context.erp.imports.reverse(id);
    const data = await settled({ context }, begun, progress, isAtWork);
    if (data.state === 'reversed') return { data };

    if (data.failure) throw jobFailure(`import ${id}`, data.failure, []);
    throw new Failure(`import ${id} was not reversed: it is ${data.state}`, { code: 'conflict' });
  } finally {
    progress.stop();
  }
};

/** The state changes only once every entry is reversed. */
function isAtWork({ state, failure }: Schemas['Import']): boolean {
  return state === 'committed' && failure === null;
}

export default reverse;
