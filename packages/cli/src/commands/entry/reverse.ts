import type { CommandBody } from '../../context.ts';
import { given } from '../listing.ts';
import { shownEntry } from './show.ts';

interface Options {
  readonly date?: string;
  readonly description?: string;
}

const reverse: CommandBody<Options, [string]> = async ({ erp }, options, id) =>
  shownEntry(await erp.entries.reverse(id, given(options, 'date', 'description')));

export default reverse;
