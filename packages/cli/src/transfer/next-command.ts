import type { Settings } from '../settings.ts';
import { shellWord } from './reading-options.ts';

/** A command line to go on with, for the server and the tenant that the flags of this one named. */
export function nextCommand({ flags }: Settings, line: string): string {
  return [line, ...flags.map(([flag, value]) => `${flag} ${shellWord(value)}`)].join(' ');
}
