import type { PartyRow } from '@erp/ledger';
import type { Tx } from '../../../db/database.ts';
import { isPartyUsed, type Party } from '../../parties/index.ts';
import { accountsByCode, partiesBySubledger } from '../plan/known.ts';
import { type Decided, reject } from './decided.ts';

type Roles = NonNullable<PartyRow['roles']>;

/** Of the roles that a row gives, those that the party does not have so. Roles that a row leaves out stay. */
export function changedRoles(given: Roles, { roles }: Party): Roles {
  return given.filter(({ role, subledgerCode, controlAccount }) => {
    const there = roles.find((one) => one.role === role);
    if (!there) return true;
    const isSameCode = subledgerCode === undefined || subledgerCode === there.subledgerCode;
    return !isSameCode || (controlAccount !== undefined && controlAccount !== there.controlAccount);
  });
}

/** The rules of roles that need more than the party: accounts, other holders of a code, posted lines. */
export class RoleRules {
  readonly #tx: Tx;
  readonly #tenantId: string;
  /** Code of the party that has a code in a role, in the books or in an earlier row. */
  readonly #holders = new Map<string, string>();
  readonly #controls = new Map<string, boolean>();

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  /** Reads what is needed for some rows at once. */
  async look(rows: readonly PartyRow[]): Promise<void> {
    const roles = rows.flatMap(({ code, roles: given = [] }) => given.map((role) => ({ code, ...role })));
    const codes = [...new Set(roles.map(({ code, subledgerCode }) => subledgerCode ?? code))];
    for (const { role, subledgerCode, code } of await partiesBySubledger(this.#tx, this.#tenantId, codes)) {
      this.#holders.set(keyOf(role, subledgerCode), code);
    }
    const named = roles.flatMap(({ controlAccount }) => controlAccount ?? []);
    const asked = [...new Set(named)].filter((code) => !this.#controls.has(code));
    if (asked.length === 0) return;
    const found = new Set((await accountsByCode(this.#tx, this.#tenantId, asked)).map(({ code }) => code));
    for (const code of asked) this.#controls.set(code, found.has(code));
  }

  async fault({ code, roles = [] }: PartyRow, before: Party | undefined): Promise<Decided | undefined> {
    const owner = before?.code ?? code;
    for (const { role, subledgerCode, controlAccount } of roles) {
      if (controlAccount !== undefined && !this.#controls.get(controlAccount)) {
        return reject(
          'roles',
          'account_unknown',
          `there is no account ${controlAccount} to control ${owner}`,
        );
      }
      const had = before?.roles.find((one) => one.role === role)?.subledgerCode;
      const wanted = subledgerCode ?? had ?? owner;
      const holder = this.#holders.get(keyOf(role, wanted));
      if (holder !== undefined && holder !== owner) {
        return reject(
          'roles',
          'conflict',
          `${wanted} is the ${role} code of party ${holder}: give another one`,
        );
      }
      if (before && had !== undefined && had !== wanted && (await this.#isUsed(before))) {
        return reject(
          'roles',
          'field_fixed',
          `${had}, the ${role} code of ${owner}, is fixed: posted lines use it`,
        );
      }
      this.#holders.set(keyOf(role, wanted), owner);
    }
    return undefined;
  }

  #isUsed({ id }: Party): Promise<boolean> {
    return isPartyUsed(this.#tx, this.#tenantId, id);
  }
}

const keyOf = (role: string, code: string): string => `${role}\n${code}`;
