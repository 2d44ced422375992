import type { FormatName } from '@erp/ledger';

/** The formats that `--format` takes; a list of its own, because help is printed without loading their readers. */
export const FORMATS: readonly FormatName[] = ['csv', 'xlsx', 'jsonl', 'fec', 'sie'];
