/** The account that takes what an opening lacks, where the tenant names none and the format leaves a result out of openings. */
export const unallocatedResult = { code: 'unallocated-result', name: 'Unallocated result' };

/** The account of the role `unallocatedResult`; undefined where the tenant has named none. */
export function unallocatedResultOf({
  accountRoles,
}: {
  accountRoles: Record<string, string | string[]>;
}): string | undefined {
  const role = accountRoles['unallocatedResult'];
  return typeof role === 'string' ? role : undefined;
}
