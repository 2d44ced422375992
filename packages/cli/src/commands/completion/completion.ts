import { commandTree } from '../../command-tree.ts';
import type { LocalBody } from '../../context.ts';
import { UsageError } from '../../failure.ts';
import { nearest } from '../../nearest.ts';
import { SCRIPTS } from './scripts.ts';

const completion: LocalBody<object, [string]> = async ({ command }, _, shell) => {
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
  if (!script) {
    const meant = nearest(shell, Object.keys(SCRIPTS)) ?? 'bash';
    throw new UsageError(`no completion for "${shell}"; did you mean ${meant}?`, `erp completion ${meant}`);
  }

  return { text: script(await commandTree(command.root)) };
};

export default completion;
