/**
 * What the numbers of a chart say of its accounts, as the law or the practice of the country has it: the types that a number
 * beginning so may have, the longest beginning first asked. What none of them begins is no number of the chart.
 */
export const numberings: Readonly<
  Record<string, { length: RegExp; types: Readonly<Record<string, string>> }>
> = {
  international: {
    length: /^\d{6}$/,
    types: { 1: 'asset', 2: 'liability', 3: 'equity', 4: 'income', 5: 'expense' },
  },
};
