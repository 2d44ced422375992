import type { Country } from './country.ts';

export const countries: readonly Country[] = [
  {
    ...{ chart: 'international', country: 'IE', currency: 'EUR', timezone: 'Europe/Dublin' },
    ...{ registrationNumber: '123456', start: '2025-01-01', foreign: 'USD' },
    rates: { standard: '23', reduced: '13.5' },
    accounts: {
      ...{ capital: '310000', bank: '141000', receivable: '131000', payable: '211000' },
      ...{ salesStandard: '410000', salesReduced: '420000', salesAbroad: '420000' },
      ...{ taxStandard: '213000', taxReduced: '213000', inputTax: '134000', inputTaxOnAssets: '134000' },
      ...{ purchases: '511000', services: '536000', equipment: '113000' },
      ...{ wages: '521000', socialCost: '522000', netPay: '215000', wageTax: '214000', socialDebt: '214000' },
      ...{ depreciation: '538000', accumulated: '119000', incomeTax: '590000', incomeTaxDue: '216000' },
    },
    journals: {
      ...{ sale: 'SAL', purchase: 'PUR', received: 'BNK', paid: 'BNK' },
      ...{ payroll: 'PAY', general: 'GEN', closing: 'CLO' },
    },
    result: '8458.00',
  },
];
