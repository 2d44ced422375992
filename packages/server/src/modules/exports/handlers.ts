import { codecs } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import type { HandlersOf } from '../../contract/handlers.ts';
import type { TenantInfo } from '../../http/context.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import { requireComplete } from './complete.ts';
import { contentOf, fileNameOf } from './content.ts';
import { chosenBy } from './filters.ts';
import { bareHead } from './head.ts';
import { type ExportRange, exportRange, storedRange } from './range.ts';
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
      await chosenBy(tx, tenant.id, asked);
      const created = shape(await insert(tx, tenant.id, asked, context.actor.name), writtenBy(tenant));
      await tx.audit({ resource: 'export', resourceId: created.id, after: created });
      return created;
    });
  },

  'exports.content': async (context, { path }) => {
    const { tenant } = context;
    const { row, range } = await context.read(async (tx) => {
      const row = await requireExport(tx, tenant.id, path.id);
      const range = await storedRange(tx, tenant.id, row);
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
  { from, to, years, period }: ExportRange,
  body: components['schemas']['NewExport'],
): NewExport {
  const [first] = years;
  const isYear = years.length === 1 && first !== undefined && first.start === from && first.end === to;
  return {
    ...{ format: body.format, from, to, period },
    year: first && (isYear || period !== null) ? first.code : null,
    ...{ journal: body.journal ?? null, account: body.account ?? null },
    ...{ dimension: body.dimension?.code ?? null, dimensionValue: body.dimension?.value ?? null },
    baseCurrency: first?.baseCurrency ?? tenant.baseCurrency,
  };
}
