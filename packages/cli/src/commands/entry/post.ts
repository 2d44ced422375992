import type { components } from '@erp/openapi/types';
import type { CommandBody, Context } from '../../context.ts';
import { EXIT } from '../../exits.ts';
import { UsageError } from '../../failure.ts';
import { readJson } from '../../input.ts';
import type { Result } from '../../output/result.ts';
import { shownEntry } from './show.ts';

type NewEntry = components['schemas']['NewEntry'];
type BatchResult = components['schemas']['EntryBatchResult'];

interface Options {
  readonly file?: string;
  readonly date?: string;
}

const post: CommandBody<Options, [string?]> = async (context, { file, date }, id) => {
  if ((id === undefined) === (file === undefined)) {
    const message = id === undefined ? 'missing <id> or --file <file>' : 'give an id or --file, not both';
    throw new UsageError(message, 'erp entry post --file entry.json');
  }

  const dated = date === undefined ? {} : { date };
  if (id !== undefined) return shownEntry(await context.erp.entries.postDraft(id, dated));

  const content = (await readJson(file ?? '-', '--file')) as NewEntry | NewEntry[];
  if (!Array.isArray(content)) return shownEntry(await context.erp.entries.post({ ...content, ...dated }));

  return postAll(
    context,
    content.map((entry) => ({ ...entry, ...dated })),
  );
};

/** Posts a list in one request: each entry by itself, so some may be refused. */
async function postAll({ erp }: Context, entries: NewEntry[]): Promise<Result> {
  const data = await erp.entries.batch({ entries });
  const nothingPosted = data.posted === 0 ? EXIT.failed : EXIT.partly;

  return {
    data,
    rows: data.results.map(rowOf),
    columns: [
      { key: 'index', kind: 'count' },
      { key: 'number' },
      { key: 'id' },
      { key: 'code', title: 'REFUSED' },
      { key: 'message' },
    ],
    exit: data.refused === 0 ? EXIT.done : nothingPosted,
  };
}

function rowOf({ index, entry, problem }: BatchResult) {
  return {
    index,
    number: entry?.number ?? null,
    id: entry?.id ?? null,
    code: problem?.code ?? null,
    message: problem?.detail ?? problem?.title ?? null,
  };
}

export default post;
