import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { digestOf, type Recipes, type World } from '../world.ts';

/** Two lines that make one entry, of an import of their own. */
function rows(world: World): string {
  const entry = world.code();
  const line = { record: 'line', entry, journal: 'OD', date: '2026-04-01' };
  const debit = { ...line, account: '512', debit: '3.00', row: 2 };
  const credit = { ...line, account: '706', credit: '3.00', row: 3 };
  return `${JSON.stringify(debit)}\n${JSON.stringify(credit)}\n`;
}

const newImport = (text: string, more: object = {}) => ({
  resource: 'ledger',
  mode: 'create',
  onError: 'abort',
  format: 'csv',
  sourceName: 'made.csv',
  size: text.length,
  sha256: createHash('sha256').update(text).digest('hex'),
  ...more,
});

const partOf = (text: string) => ({
  body: Buffer.from(text),
  headers: { 'content-type': 'application/x-ndjson', 'content-digest': digestOf(text) },
});

const said = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  rows: 2,
  normalised: {},
  accountKinds: {},
  notStored: {},
  warnings: [],
};

const states = ['empty', 'received', 'valid', 'committed'] as const;

/** An import brought as far as asked. */
async function session(
  world: World,
  state: (typeof states)[number],
  text = rows(world),
): Promise<{ id: string }> {
  const { id } = await world.make('POST', '/v1/imports', newImport(text));
  const far = states.indexOf(state);
  if (far >= 1) {
    const { body, headers } = partOf(text);
    await world.make('PUT', `/v1/imports/${id}/parts/1`, body, headers);
  }
  if (far >= 2) {
    await world.make('POST', `/v1/imports/${id}/validate`, { said, parts: 1 });
    await reaches(world, id, 'valid');
  }
  if (far >= 3) {
    await world.make('POST', `/v1/imports/${id}/commit`);
    await reaches(world, id, 'committed');
  }
  return { id };
}

async function reaches(world: World, id: string, state: string): Promise<void> {
  for (;;) {
    const session = await world.make('GET', `/v1/imports/${id}`);
    if (session.state === state) return;
    if (['receiving', 'invalid', 'cancelled'].includes(session.state))
      throw new Error(JSON.stringify(session));
    await sleep(20);
  }
}

export const imports: Record<string, Recipes> = {
  'imports.list': { ok: () => ({}) },
  'imports.get': { ok: async (world) => ({ path: await session(world, 'empty') }) },
  'imports.create': {
    ok: (world) => ({ body: newImport(rows(world)) }),
    409: async (world) => {
      const text = rows(world);
      await session(world, 'committed', text);
      return { body: newImport(text) };
    },
  },
  'imports.putPart': {
    ok: async (world) => {
      const text = rows(world);
      return { path: { ...(await session(world, 'empty', text)), part: '1' }, ...partOf(text) };
    },
    409: async (world) => ({
      path: { ...(await session(world, 'received')), part: '1' },
      ...partOf(rows(world)),
    }),
  },
  'imports.validate': {
    ok: async (world) => ({ path: await session(world, 'received'), body: { said, parts: 1 } }),
    409: async (world) => ({ path: await session(world, 'committed'), body: { said, parts: 1 } }),
  },
  'imports.effects': { ok: async (world) => ({ path: await session(world, 'valid') }) },
  'imports.rejects': { ok: async (world) => ({ path: await session(world, 'valid') }) },
  'imports.commit': {
    ok: async (world) => ({ path: await session(world, 'valid') }),
    409: async (world) => ({ path: await session(world, 'received') }),
  },
  'imports.cancel': {
    ok: async (world) => ({ path: await session(world, 'received') }),
    409: async (world) => ({ path: await session(world, 'committed') }),
  },
  'imports.reverse': {
    ok: async (world) => ({ path: await session(world, 'committed') }),
    409: async (world) => ({ path: await session(world, 'received') }),
  },
};
