import type { Context } from '../../context.ts';
import { actingTenant } from '../../settings-guard.ts';

/** The tenant that is meant: the argument, else that of the settings, else the only one of the key. */
export async function whichTenant({ erp, settings }: Context, slug: string | undefined): Promise<string> {
  return slug ?? settings.tenant?.value ?? (await actingTenant(erp, null)).value;
}
