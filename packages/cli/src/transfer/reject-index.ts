import type { Schemas } from '@erp/sdk';
import type { Erp } from '../client.ts';

/** One fault of one row, as the server states it, or the reader of the file for a line that is no row. */
export type RowReject = Schemas['ImportReject'];

/** Beyond so many faults only their codes are kept: their texts would fill the memory. */
const KEPT_TEXTS = 50_000;

/** What the server rejected of an import, by where it stands in the file. */
export class RejectIndex {
  readonly byRow = new Map<number, RowReject[]>();
  /** Faults of an entry as a whole, which have no line of their own. */
  readonly byEntry = new Map<string, RowReject[]>();
  /** Every entry that was rejected, as the file names it. */
  readonly entries = new Set<string>();
  /** Faults without any place. */
  readonly unplaced: RowReject[] = [];
  #count = 0;

  add(reject: RowReject): void {
    this.#count += 1;
    const kept = this.#count > KEPT_TEXTS ? { ...reject, value: null, message: '' } : reject;

    if (kept.entry !== null) this.entries.add(kept.entry);
    if (kept.row !== null) addTo(this.byRow, kept.row, kept);
    else if (kept.entry !== null) addTo(this.byEntry, kept.entry, kept);
    else this.unplaced.push(kept);
  }
}

/** Reads the rejects of an import as they are streamed. */
export async function fetchRejects(erp: Erp, id: string): Promise<RejectIndex> {
  const index = new RejectIndex();
  const decoder = new TextDecoder();
  let rest = '';

  for await (const chunk of await erp.imports.rejects(id)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.trim() !== '') index.add(JSON.parse(line) as RowReject);
    }
  }
  if (rest.trim() !== '') index.add(JSON.parse(rest) as RowReject);

  return index;
}

function addTo<Key>(map: Map<Key, RowReject[]>, key: Key, reject: RowReject): void {
  const known = map.get(key);
  if (known) known.push(reject);
  else map.set(key, [reject]);
}
