import type { Tx } from '../../db/database.ts';
import { dimensions, values } from '../dimensions/index.ts';
import { journals } from '../journals/index.ts';
import { chartOf, chosen } from '../reports/index.ts';
import type { Filters } from './store.ts';

/** What filters mean in the books. */
export interface ChosenBy {
  journalId: string | null;
  accountIds: readonly string[] | null;
  dimension: { code: string; value: string } | null;
}

/**
 * What the names of the filters mean; they name what is there, so that an empty file is never the answer to a slip.
 *
 * @throws Problem `not_found`
 */
export async function chosenBy(tx: Tx, tenantId: string, filters: Filters): Promise<ChosenBy> {
  const { journal, account } = filters;
  return {
    journalId: journal === null ? null : (await journals.require(tx, tenantId, journal)).id,
    accountIds: account === null ? null : chosen(await chartOf(tx, tenantId), account).map(({ id }) => id),
    dimension: await chosenDimension(tx, tenantId, filters),
  };
}

async function chosenDimension(
  tx: Tx,
  tenantId: string,
  { dimension, dimensionValue }: Filters,
): Promise<ChosenBy['dimension']> {
  if (dimension === null || dimensionValue === null) return null;
  const { id, code } = await dimensions.require(tx, tenantId, dimension);
  const value = await values.require(tx, tenantId, dimensionValue, id);
  return { code, value: value.code };
}

/** Whether the file holds every line of its range. */
export const isUnfiltered = ({ journal, account, dimension }: Filters): boolean =>
  journal === null && account === null && dimension === null;
