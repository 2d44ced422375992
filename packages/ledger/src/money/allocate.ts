import type { Minor } from './minor.ts';

/**
 * Splits `total` in proportion to `weights` by largest remainder: the shares add up to `total` exactly, and none is a whole
 * unit away from its exact share. Of equal remainders the earlier one wins. A negative total is split like its opposite.
 *
 * @throws RangeError when a weight is negative or all are zero.
 */
export function allocate(total: Minor, weights: readonly bigint[]): Minor[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('weights must not be negative, and not all zero');
  }

  const size = total < 0n ? -total : total;
  const shares = weights.map((weight) => (size * weight) / sum);
  const left = Number(size - shares.reduce((a, b) => a + b, 0n));

  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (size * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));

  for (const { index } of byRemainder.slice(0, left)) {
    shares[index] = (shares[index] ?? 0n) + 1n;
  }

  return total < 0n ? shares.map((share) => -share) : shares;
}
