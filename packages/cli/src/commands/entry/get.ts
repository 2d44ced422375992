import type { CommandBody } from '../../context.ts';
import { shownEntry } from './show.ts';

const get: CommandBody<{ readonly draft?: boolean }, [string]> = async ({ erp }, { draft }, id) =>
  shownEntry(draft ? await erp.entries.getDraft(id) : await erp.entries.get(id));

export default get;
