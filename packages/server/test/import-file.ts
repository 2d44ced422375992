import { createHash, randomBytes } from 'node:crypto';
import { type Codec, codecs, type Read, type Row, type Said } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import type { Reply, TestApp } from './harness.ts';

type Import = components['schemas']['Import'];
type NewImport = components['schemas']['NewImport'];

export const saidOf = (rows: number): components['schemas']['CodecSaid'] => ({
  ...{
    format: 'jsonl',
    encoding: 'utf-8',
    rows,
    normalised: {},
    accountKinds: {},
    notStored: {},
    warnings: [],
  },
});

/** Begins a session; what is not said is that of a small JSONL ledger whose file nobody has sent before. */
export async function beginImport(t: TestApp, body: Partial<NewImport> = {}): Promise<string> {
  const sha256 = randomBytes(32).toString('hex');
  const reply = await t.call('POST', '/v1/imports', {
    ...{ resource: 'ledger', mode: 'create', onError: 'abort', format: 'jsonl', sha256 },
    ...body,
  });
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
  return reply.body.id as string;
}

export const digestOf = (body: string | Buffer): string =>
  `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

export function sendPart(
  t: TestApp,
  id: string,
  part: number,
  rows: readonly object[] | string,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const body = Buffer.from(
    typeof rows === 'string' ? rows : rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  );
  return t.call('PUT', `/v1/imports/${id}/parts/${part}`, body, {
    'content-type': 'application/x-ndjson',
    'content-digest': digestOf(body),
    ...headers,
  });
}

/** Asks until the session is in none of the states in which a job works on it. */
export async function settled(t: TestApp, id: string): Promise<Import> {
  for (;;) {
    const { body } = await t.call('GET', `/v1/imports/${id}`);
    const session = body as Import;
    if (!['validating', 'committing'].includes(session.state) && session.progress === null) return session;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function validated(
  t: TestApp,
  id: string,
  parts: number,
  said: Said | object = saidOf(0),
): Promise<Import> {
  const reply = await t.call('POST', `/v1/imports/${id}/validate`, { said, parts });
  if (reply.status !== 202) throw new Error(JSON.stringify(reply.body));
  return settled(t, id);
}

export async function committed(t: TestApp, id: string): Promise<Import> {
  const reply = await t.call('POST', `/v1/imports/${id}/commit`);
  if (reply.status !== 202) throw new Error(JSON.stringify(reply.body));
  return settled(t, id);
}

export async function rejectsOf(t: TestApp, id: string): Promise<components['schemas']['ImportReject'][]> {
  const { body } = await t.call('GET', `/v1/imports/${id}/rejects`);
  return String(body)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Sends rows in parts, validates and, when nothing is wrong, commits. */
export async function importRows(
  t: TestApp,
  rows: readonly Row[],
  body: Partial<NewImport> = {},
  said?: object,
): Promise<Import> {
  const id = await beginImport(t, body);
  const parts = Math.ceil(rows.length / 20_000);
  for (let part = 1; part <= parts; part += 1) {
    const reply = await sendPart(t, id, part, rows.slice((part - 1) * 20_000, part * 20_000));
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  }
  const session = await validated(t, id, parts, said ?? saidOf(rows.length));
  return session.state === 'valid' ? committed(t, id) : session;
}

/** What a codec makes of a file: its rows, and what it said. */
export async function readFile(
  codec: Codec['name'],
  bytes: Uint8Array,
  fileName: string,
  options: object = {},
): Promise<{ rows: Row[]; said: Said; faults: Read[] }> {
  async function* open() {
    yield bytes;
  }
  const reading = codecs[codec].read(open, { fileName, resource: 'ledger', ...options });
  const rows: Row[] = [];
  const faults: Read[] = [];
  for await (const read of reading.rows) {
    if ('row' in read) rows.push(read.row);
    else faults.push(read);
  }
  return { rows, said: reading.said(), faults };
}
