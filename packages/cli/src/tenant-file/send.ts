import type { components } from '@erp/openapi/types';
import type { Erp } from '../client.ts';
import { exitOfStatus } from '../exits.ts';
import { isErpError } from '../output/server-failure.ts';
import { stepsOf } from '../yaml-file/located.ts';
import { mistakesFailure } from '../yaml-file/mistakes.ts';
import type { ParsedTenantFile } from './parse.ts';
import type { TenantPlan } from './plan-text.ts';
import type { Requested } from './requested.ts';

/** What the file of a tenant would change. */
export const planTenant = (erp: Erp, { parsed, prune }: Requested): Promise<TenantPlan> =>
  placed(parsed, () => erp.tenants.plan(parsed.content.slug, { file: parsed.content, prune }));

/** Makes a tenant as its file says; refused when it is no longer as it was at `revision`. */
export const applyTenant = (
  erp: Erp,
  { parsed, prune, revision }: Requested,
): Promise<components['schemas']['AppliedTenant']> => {
  const { content: file } = parsed;
  const seen = revision === undefined ? {} : { ifMatch: `"${revision}"` };
  return placed(parsed, () => erp.tenants.apply(file.slug, { file, prune }, seen));
};

/** What the server refuses of a file is told with line and column. */
async function placed<T>(file: ParsedTenantFile, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!isErpError(error)) throw error;
    const faults = (error.errors ?? []).filter(({ pointer }) => pointer.startsWith('/file'));
    if (faults.length === 0) throw error;
    throw mistakesFailure(
      file.path,
      error.code,
      faults.map(({ pointer, message }) => file.mistakeAt(stepsOf(pointer).slice(1), message)),
      { exit: exitOfStatus(error.status, error.code) },
    );
  }
}
