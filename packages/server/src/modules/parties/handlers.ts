import type { components } from '@erp/openapi/types';
import type { HandlersOf } from '../../contract/handlers.ts';
import type { Change, Context } from '../../http/context.ts';
import { accounts } from '../accounts/index.ts';
import { checkControl, checkFixed, checkRoles, storedRole, subledgerTaken, touchesFixed } from './rules.ts';
import { holderOf, isUsed, list, type Party, parties, replaceRoles, requireParty } from './store.ts';

type NewRole = components['schemas']['NewPartyRole'];
type Patch = components['schemas']['UpdateParty'];

export const handlers = {
  'parties.list': (context, { query }) => context.read((tx) => list(tx, context.tenant.id, query)),

  'parties.get': (context, { path }) => context.read((tx) => requireParty(tx, context.tenant.id, path.party)),

  'parties.create': (context, { body }) => {
    const { tenant } = context;
    const { roles = [], ...plain } = body;
    checkRoles(roles, tenant.currencies);
    return context.change(async (tx) => {
      const { id } = await parties.insert(silent(tx), tenant.id, plain);
      await writeRoles(tx, tenant.id, { id, code: body.code }, roles);
      const after = await requireParty(tx, tenant.id, id);
      await tx.audit({ resource: 'party', resourceId: id, resourceCode: after.code, after });
      return after;
    });
  },

  'parties.update': (context, { path, body }) => update(context, path.party, body),

  'parties.archive': (context, { path }) => update(context, path.party, { active: false }),
} satisfies HandlersOf<'parties'>;

function update(context: Context, name: string, patch: Patch): Promise<Party> {
  const { tenant } = context;
  const { roles, ...plain } = patch;
  checkRoles(roles ?? [], tenant.currencies);
  return context.change(async (tx) => {
    const before = await requireParty(tx, tenant.id, name);
    if (touchesFixed(before, patch) && (await isUsed(tx, tenant.id, before.id))) checkFixed(before, patch);

    const { id, code } = await parties.update(silent(tx), tenant.id, before, plain, context.headers.ifMatch);
    if (roles) await writeRoles(tx, tenant.id, { id, code }, roles);
    const after = await requireParty(tx, tenant.id, id);
    await tx.audit({ resource: 'party', resourceId: id, resourceCode: code, before, after });
    return after;
  });
}

/** Replaces the roles of a party as a whole. */
async function writeRoles(
  tx: Change,
  tenantId: string,
  party: { id: string; code: string },
  roles: readonly NewRole[],
): Promise<void> {
  const stored = [];
  for (const [i, role] of roles.entries()) {
    const { controlAccount } = role;
    const control =
      controlAccount === undefined
        ? undefined
        : checkControl(await accounts.get(tx, tenantId, controlAccount), controlAccount, i);
    const row = storedRole(role, party.code, control?.id ?? null);
    const holder = await holderOf(tx, tenantId, party.id, row);
    if (holder !== null) throw subledgerTaken(row, i, holder);
    stored.push(row);
  }
  await replaceRoles(tx, tenantId, party.id, stored);
}

/** The party and its roles are one audit row, written when both are there. */
const silent = (tx: Change): Change => ({ ...tx, audit: async () => {} });
