import type { CommandBody } from '../../context.ts';
import { UsageError } from '../../failure.ts';
import { requireYes } from '../../output/require-yes.ts';
import { whichTenant } from './which.ts';

const reset: CommandBody<object, [string?]> = async (context, _, slug) => {
  const { erp, settings, terminal } = context;
  const tenant = await whichTenant(context, slug);

  if (!settings.yes && !terminal.interactive) {
    throw new UsageError(
      `this would empty the ledger of ${tenant}; say so by --yes`,
      `erp tenant reset ${tenant} --yes`,
    );
  }
  await requireYes(context, `Empty the ledger of ${tenant} on ${settings.server.value}?`);

  return { data: await erp.tenants.reset(tenant) };
};

export default reset;
