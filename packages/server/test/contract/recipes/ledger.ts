import type { Recipes, World } from '../world.ts';

const sale = (more: object = {}) => ({
  journal: 'VT',
  date: '2026-03-12',
  lines: [
    { account: '411', party: 'C1', debit: '12.50' },
    { account: '706', credit: '12.50' },
  ],
  ...more,
});

const unbalanced = sale({ lines: [{ account: '512', debit: '1.00' }] });

const post = (world: World, more: object = {}) => world.make('POST', '/v1/entries', sale(more));
const draft = (world: World, more: object = {}) => world.make('POST', '/v1/entries/drafts', sale(more));
const idOf = async (made: Promise<{ id: string }>) => ({ id: (await made).id });

async function taken(world: World): Promise<{ externalId: string }> {
  const externalId = `taken:${world.code()}`;
  await draft(world, { externalId });
  return { externalId };
}

let years = 2100;

/** Years of the far future, one after the other: nothing else posts there. */
async function year(world: World): Promise<string> {
  const code = String(years++);
  await world.make('POST', '/v1/years', { start: `${code}-01-01`, end: `${code}-12-31` });
  return code;
}

async function closed(world: World): Promise<Record<string, string>> {
  const path = { year: await year(world), number: '1' };
  await world.make('POST', `/v1/periods/${path.year}/1/close`, {});
  return path;
}

export const ledger: Record<string, Recipes> = {
  'years.list': { ok: () => ({}) },
  'years.get': { ok: () => ({ path: { year: '2026' } }) },
  'years.balances': { ok: () => ({ path: { year: '2026' } }) },
  'years.open': {
    ok: () => ({ body: { start: `${years}-01-01`, end: `${years++}-12-31` } }),
    409: () => ({ body: { start: '2026-06-01', end: '2027-05-31' } }),
  },
  'periods.list': { ok: () => ({ query: { year: '2026' } }) },
  'periods.close': {
    ok: async (world) => ({ path: { year: await year(world), number: '1' }, body: {} }),
    409: async (world) => ({ path: await closed(world), body: {} }),
  },
  'periods.reopen': {
    ok: async (world) => ({ path: await closed(world), body: { reason: 'late bill' } }),
    409: async (world) => ({ path: { year: await year(world), number: '1' }, body: { reason: 'late bill' } }),
  },

  'entries.list': { ok: () => ({ query: { limit: '2' } }) },
  'entries.get': { ok: async (world) => ({ path: await idOf(post(world)) }) },
  'entries.post': {
    ok: () => ({ body: sale() }),
    409: async (world) => {
      const externalId = `taken:${world.code()}`;
      await post(world, { externalId });
      return { body: sale({ externalId }) };
    },
    422: () => ({ body: unbalanced }),
  },
  'entries.batch': { ok: () => ({ body: { entries: [sale(), unbalanced] } }) },
  'entries.reverse': {
    ok: async (world) => ({ path: await idOf(post(world)), body: {} }),
    409: async (world) => {
      const path = await idOf(post(world));
      await world.make('POST', `/v1/entries/${path.id}/reverse`, {});
      return { path, body: {} };
    },
    422: async (world) => ({ path: await idOf(post(world)), body: { date: '2099-01-01' } }),
  },

  'entries.listDrafts': { ok: () => ({}) },
  'entries.create': {
    ok: () => ({ body: sale() }),
    409: async (world) => ({ body: sale(await taken(world)) }),
  },
  'entries.getDraft': { ok: async (world) => ({ path: await idOf(draft(world)) }) },
  'entries.updateDraft': {
    ok: async (world) => ({ path: await idOf(draft(world)), body: sale({ description: 'Other' }) }),
    409: async (world) => ({ path: await idOf(draft(world)), body: sale(await taken(world)) }),
  },
  'entries.deleteDraft': { ok: async (world) => ({ path: await idOf(draft(world)) }) },
  'entries.postDraft': {
    ok: async (world) => ({ path: await idOf(draft(world)), body: {} }),
    409: async (world) => ({ path: await idOf(draft(world, { status: 'rejected' })), body: {} }),
    422: async (world) => ({
      path: await idOf(world.make('POST', '/v1/entries/drafts', unbalanced)),
      body: {},
    }),
  },

  'settlements.list': { ok: () => ({}) },
  'settlements.get': {
    ok: async (world) => {
      const { id } = await post(world);
      await world.make('POST', `/v1/entries/${id}/reverse`, {});
      const { lines } = await world.make('GET', `/v1/entries/${id}`);
      return { path: { id: lines.find((l: { settlement: object | null }) => l.settlement).settlement.id } };
    },
  },

  'reports.trialBalance': { ok: () => ({ query: { year: '2026' } }) },
  'reports.generalLedger': { ok: () => ({ query: { year: '2026' } }) },
  'reports.journal': { ok: () => ({ query: { year: '2026' } }) },
  'reports.numbers': { ok: () => ({ query: { year: '2026' } }) },

  'exports.list': { ok: () => ({}) },
  'exports.create': {
    ok: () => ({ body: { format: 'csv', year: '2026' } }),
    422: () => ({ body: { format: 'fec', from: '2026-02-01', to: '2026-06-30' } }),
  },
  'exports.check': { ok: () => ({ body: { format: 'fec', year: '2026' } }) },
  'exports.description': {
    ok: async (world) => {
      await world.make('PATCH', `/v1/tenants/${world.t.tenant.slug}`, { registrationNumber: '123456789' });
      return { path: await idOf(world.make('POST', '/v1/exports', { format: 'fec', year: '2026' })) };
    },
  },
  'exports.get': { ok: async (world) => ({ path: await idOf(csvExport(world)) }) },
  'exports.content': { ok: async (world) => ({ path: await idOf(csvExport(world)) }) },
};

const csvExport = (world: World) => world.make('POST', '/v1/exports', { format: 'csv', year: '2026' });
