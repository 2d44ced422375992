/** What an accountant of a country posts a year with: the numbers of the chart that the shared year is written in. */
export interface Country {
  chart: string;
  country: string;
  currency: string;
  timezone: string;
  registrationNumber: string;
  /** First day of the year that is posted: the usual one of the country. */
  start: string;
  /** Of another country's customer and supplier. */
  foreign: string;
  /** Percent; US: of two states. */
  rates: { standard: string; reduced: string };
  accounts: {
    capital: string;
    bank: string;
    receivable: string;
    payable: string;
    salesStandard: string;
    salesReduced: string;
    salesAbroad: string;
    taxStandard: string;
    taxReduced: string;
    purchases: string;
    services: string;
    equipment: string;
    /** Tax on purchases; absent where what is bought for sale bears none. */
    inputTax?: string;
    inputTaxOnAssets?: string;
    /** What the return of a year comes to; absent where the tax is paid from its own accounts. */
    taxDue?: string;
    /** What is paid in advance of the return. */
    taxPaid?: string;
    wages: string;
    socialCost: string;
    netPay: string;
    wageTax: string;
    socialDebt: string;
    depreciation: string;
    accumulated: string;
    incomeTax: string;
    incomeTaxDue: string;
  };
  journals: {
    sale: string;
    purchase: string;
    /** Money in, and money out where it has a journal of its own. */
    received: string;
    paid: string;
    payroll: string;
    general: string;
    closing: string;
  };
  /** Where the result of the year is posted to equity: the account of the income statement that it goes through. */
  resultThrough?: string;
  /** By pencil. */
  result: string;
}
