import { codecs } from '@erp/ledger';
import type { HandlersOf } from '../../contract/handlers.ts';
import type { Tx } from '../../db/database.ts';
import type { TenantInfo } from '../../http/context.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import { journals } from '../journals/index.ts';
import { chartOf, chosen } from '../reports/index.ts';
import { requireComplete } from './complete.ts';
import { contentOf, fileNameOf } from './content.ts';
import { bareHead } from './head.ts';
import { type ExportRange, exportRange } from './range.ts';
import { insert, list, type NewExport, requireExport, shape } from './store.ts';

export const handlers = {
  'exports.list': (context, { query }) => context.read((tx) => list(tx, context.tenant, query)),

  'exports.get': (context, { path }) =>
    context.read(async (tx) =>
      shape(await requireExport(tx, context.tenant.id, path.id), writtenBy(context.tenant)),
    ),

  'exports.create': (context, { body }) => {
    const { tenant } = context;
    return context.change(async (tx) => {
      const range = await exportRange(tx, tenant.id, body);
      const asked = askedFor(tenant, range, body);
      await requireComplete(tx, tenant, range, asked);
      await requireNames(tx, tenant.id, asked);
      const created = shape(await insert(tx, tenant.id, asked, context.actor.name), writtenBy(tenant));
      await tx.audit({ resource: 'export', resourceId: created.id, after: created });
      return created;
    });
  },

  'exports.content': async (context, { path }) => {
    const { tenant } = context;
    const { row, range } = await context.read(async (tx) => {
      const row = await requireExport(tx, tenant.id, path.id);
      const range = await exportRange(tx, tenant.id, { from: row.from, to: row.to });
      await requireComplete(tx, tenant, range, row);
      return { row, range };
    });
    const fileName = fileNameOf(row, bareHead(tenant, range));
    return {
      contentType: codecs[row.format].mediaType,
      fileName,
      body: contentOf(context, row, range, fileName),
    };
  },
} satisfies HandlersOf<'exports'>;

function askedFor(
  tenant: TenantInfo,
  { from, to, years }: ExportRange,
  body: { format: NewExport['format']; journal?: string; account?: string },
): NewExport {
  const [first] = years;
  const isYear = years.length === 1 && first !== undefined && first.start === from && first.end === to;
  return {
    ...{ format: body.format, from, to, year: isYear ? first.code : null },
    ...{ journal: body.journal ?? null, account: body.account ?? null },
    baseCurrency: first?.baseCurrency ?? tenant.baseCurrency,
  };
}

/** The filters name what is there, so that an empty file is never the answer to a slip. */
async function requireNames(tx: Tx, tenantId: string, { journal, account }: NewExport): Promise<void> {
  if (journal !== null) await journals.require(tx, tenantId, journal);
  if (account !== null) chosen(await chartOf(tx, tenantId), account);
}
