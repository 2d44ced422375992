// Random numbers that are the same on every machine for one seed.

/**
 * Numbers in [0, 1), by Marsaglia's xorshift on 32 bits.
 *
 * @param {number} seed
 * @returns {() => number}
 */
export function uniform(seed) {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b) | 0 || 1;

  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * Amounts in minor units whose logarithm in whole units is normal: many small ones, few large ones.
 *
 * @param {() => number} next
 * @param {{ mu: number, sigma: number, largest: number }} shape `largest` in minor units
 * @returns {() => bigint} at least 1
 */
export function logNormal(next, { mu, sigma, largest }) {
  return () => {
    // Box and Muller; 1 - next() is never 0.
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const minor = Math.round(Math.exp(mu + sigma * normal) * 100);
    return BigInt(Math.max(1, Math.min(minor, largest)));
  };
}

/**
 * Places in a list, from 0, each as likely as its weight.
 *
 * @param {() => number} next
 * @param {readonly number[]} weights
 * @returns {() => number}
 */
export function weighted(next, weights) {
  let sum = 0;
  const upTo = weights.map((weight) => {
    sum += weight;
    return sum;
  });

  return () => {
    const wanted = next() * sum;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/**
 * Zipf: the first of `count` is the most frequent, the n-th is 1/n^slope as frequent.
 *
 * @param {() => number} next
 * @param {number} count
 * @param {number} slope
 */
export function zipf(next, count, slope) {
  return weighted(
    next,
    Array.from({ length: count }, (_, at) => 1 / (at + 1) ** slope),
  );
}

/**
 * A whole number from `low` to `high`, both included.
 *
 * @param {() => number} next
 * @param {number} low
 * @param {number} high
 */
export function between(next, low, high) {
  return low + Math.floor(next() * (high - low + 1));
}
