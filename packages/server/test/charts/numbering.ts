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
  'fr-pcg': {
    length: /^\d{6}$/,
    types: {
      ...{ 10: 'equity', 11: 'equity', 12: 'equity', 13: 'equity', 14: 'equity', 15: 'liability' },
      ...{ 16: 'liability', 2: 'asset', 3: 'asset', 40: 'liability', 409: 'asset', 41: 'asset' },
      ...{ 419: 'liability', 4: 'liability asset', 49: 'asset', 5: 'asset', 519: 'liability' },
      ...{ 6: 'expense', 7: 'income', 8: 'memo' },
    },
  },
  'de-skr03': {
    length: /^\d{4}$/,
    types: {
      ...{ '0': 'asset', '06': 'liability', '07': 'liability', '08': 'equity', '09': 'liability' },
      ...{ '098': 'asset', '099': 'liability', '0996': 'asset', '0998': 'asset' },
      ...{ 1: 'asset', 16: 'liability', 17: 'liability', 18: 'equity' },
      ...{ 20: 'expense', 21: 'expense', 22: 'expense', 23: 'expense', 24: 'expense' },
      ...{ 26: 'income', 27: 'income', 3: 'expense', 397: 'asset', 398: 'asset', 4: 'expense' },
      ...{ 7: 'asset', 8: 'income', 9: 'memo' },
    },
  },
  'de-skr04': {
    length: /^\d{4}$/,
    types: {
      ...{ 0: 'asset', 1: 'asset', 2: 'equity', 3: 'liability', 4: 'income', 5: 'expense', 6: 'expense' },
      ...{ 71: 'income', 73: 'expense', 76: 'expense', 9: 'memo' },
    },
  },
  'se-bas': {
    length: /^\d{4}$/,
    types: {
      ...{ 1: 'asset', 20: 'equity', 2: 'liability', 3: 'income', 4: 'expense', 5: 'expense', 6: 'expense' },
      ...{ 7: 'expense', 8: 'expense', 82: 'income', 83: 'income' },
    },
  },
  'no-ns4102': {
    length: /^\d{4}$/,
    types: {
      ...{ 1: 'asset', 20: 'equity', 2: 'liability', 3: 'income', 4: 'expense', 5: 'expense', 6: 'expense' },
      ...{ 7: 'expense', 80: 'income', 8: 'expense' },
    },
  },
  uk: {
    length: /^\d{4}$/,
    types: {
      ...{
        0: 'asset',
        1: 'asset',
        2: 'liability',
        221: 'asset',
        2213: 'liability',
        3: 'equity',
        4: 'income',
      },
      ...{ 5: 'expense', 6: 'income', 7: 'expense', 80: 'income', 81: 'expense', 9: 'expense' },
    },
  },
  us: {
    length: /^\d{4}$/,
    types: {
      ...{ 1: 'asset', 2: 'liability', 3: 'equity', 4: 'income', 5: 'expense', 6: 'expense' },
      ...{ 7: 'income', 8: 'expense', 9: 'expense' },
    },
  },
};
