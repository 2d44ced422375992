import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';

/**
 * Asks before what cannot be taken back; a script, and `--yes`, has said so already.
 *
 * @throws Failure where somebody says no
 */
export async function requireYes({ settings, terminal }: Context, question: string): Promise<void> {
  if (settings.yes || !terminal.interactive || (await terminal.confirm(question))) return;
  throw new Failure('nothing was changed', { code: 'declined' });
}
