import { csv } from './csv/index.ts';
import { jsonl } from './jsonl/index.ts';

export const codecs = { csv, jsonl } as const;
