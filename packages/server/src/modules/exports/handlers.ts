import { Readable } from 'node:stream';
import { codecs } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import type { HandlersOf } from '../../contract/handlers.ts';
import type { Context, TenantInfo } from '../../http/context.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import { fieldProblem, notFound } from '../../kernel/problem.ts';
import { lacksOf, requireComplete } from './complete.ts';
import { contentOf, descriptionOf, fileNameOf } from './content.ts';
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

  'exports.check': (context, { body }) => {
    const { tenant } = context;
    // A change only because its answer is kept under the key of its request, as that of every POST.
    return context.change(async (tx) => {
      const range = await exportRange(tx, tenant.id, body);
      const asked = askedFor(tenant, range, body);
      await chosenBy(tx, tenant.id, asked);
      const { format, from, to, year, period } = asked;
      const lacks = await lacksOf(tx, tenant, range, asked);
      return { format, from, to, year: period === null ? year : null, lacks };
    });
  },

  'exports.description': async (context, { path }) => {
    const { row, range } = await whole(context, path.id);
    const description = descriptionOf(row, bareHead(context.tenant, range));
    if (!description) throw notFound('description of', row.format);
    const { fileName, text } = description;
    return { contentType: 'text/plain; charset=utf-8', fileName, body: Readable.from([text]) };
  },

  'exports.content': async (context, { path, query }) => {
    const { tenant } = context;
    const { from, prefix } = query;
    if ((from === undefined) !== (prefix === undefined)) {
      throw fieldProblem('invalid_request', '/from', 'from and prefix are given together');
    }
    const { row, range } = await whole(context, path.id);
    const head = bareHead(tenant, range);
    return {
      contentType: codecs[row.format].mediaType,
      fileName: fileNameOf(row, head),
      body: contentOf(context, row, range, head, {
        ...(from !== undefined && prefix !== undefined ? { read: { size: from, sha256: prefix } } : {}),
      }),
    };
  },
} satisfies HandlersOf<'exports'>;

/** An export with its range, which lacks nothing. */
const whole = (context: Context, id: string) =>
  context.read(async (tx) => {
    const { tenant } = context;
    const row = await requireExport(tx, tenant.id, id);
    const range = await storedRange(tx, tenant.id, row);
    await requireComplete(tx, tenant, range, row);
    return { row, range };
  });

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
