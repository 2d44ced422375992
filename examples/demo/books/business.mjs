// The business whose books the demo makes up: a wholesaler of outdoor goods in France that also sells to the United States
// and Great Britain. Every name and rate is invented.

/** @typedef {'asset' | 'liability' | 'equity' | 'income' | 'expense'} AccountType */

/**
 * `name` and `type` only where the books create the account; the others are in the template `international`.
 *
 * @typedef {{ code: string, name?: string, type?: AccountType }} Account
 */

/** @satisfies {Record<string, Account>} */
export const accounts = {
  machinery: { code: '113000' },
  vehicles: { code: '114000' },
  depreciated: { code: '119000' },
  stock: { code: '121000' },
  receivables: { code: '131000' },
  inputVat: { code: '134000' },
  bank: { code: '141000' },
  cash: { code: '142000' },
  payables: { code: '211000' },
  outputVat: { code: '213000' },
  socialCharges: { code: '214000' },
  wagesPayable: { code: '215000' },
  accrued: { code: '217000' },
  loan: { code: '221000' },
  capital: { code: '310000' },
  retained: { code: '330000' },
  exchangeGain: { code: '460000' },
  wages: { code: '521000' },
  charges: { code: '522000' },
  depreciation: { code: '538000' },
  bankFees: { code: '541000' },
  exchangeLoss: { code: '543000' },
};

/** @satisfies {Record<string, Account>} */
export const foreignBanks = {
  USD: { code: '141100', name: 'Bank, US dollars', type: 'asset' },
  GBP: { code: '141200', name: 'Bank, pounds sterling', type: 'asset' },
};

/** @param {string} text names between commas */
const list = (text) => text.trim().split(/,\s*/);

/** The most sold first. */
const productLines = list(`
  Tents, Backpacks, Sleeping bags, Hiking boots, Stoves, Rain jackets, Headlamps,
  Climbing ropes, Harnesses, Trekking poles, Water filters, Cookware, Hammocks, Base layers,
  Gloves, Snowshoes, Ice axes, Crampons, Kayaks, Paddles, Dry bags, Life jackets, Bicycles,
  Panniers, Helmets, Maps, Compasses, First aid kits, Sunglasses, Spare parts
`);

const services = list(
  'Repairs, Rental of equipment, Guided tours, Courses, Shipping charged, Warranty plans',
);

const costs = list(`
  Freight in, Packaging, Customs duties, Warehouse rent, Electricity, Heating, Water,
  Cleaning, Security, Telephone, Internet, Software subscriptions, Hosting,
  Computers of small value, Office material, Printing, Postage, Courier, Freight out, Fuel,
  Vehicle leasing, Vehicle repairs, Tolls, Train tickets, Flights, Hotels,
  Meals with customers, Trade fairs, Online advertising, Catalogues, Photography, Samples,
  Audit, Bookkeeping, Lawyers, Translations, Recruiting, Training, Work clothes,
  Temporary staff, Insurance of goods, Liability insurance, Machine repairs, Tools,
  Waste disposal, Memberships, Books, Donations, Licences, Card commissions
`);

/** @param {string} prefix @param {readonly string[]} names @param {AccountType} type @returns {Account[]} */
const numbered = (prefix, names, type) =>
  names.map((name, at) => ({ code: `${prefix}${String(at + 1).padStart(3, '0')}`, name, type }));

/** @type {Account[]} */
export const revenues = [
  { code: '410000' },
  ...numbered('411', productLines, 'income'),
  { code: '420000' },
  ...numbered('421', services, 'income'),
];

/** @type {Account[]} */
export const expenses = [
  { code: '511000' },
  { code: '512000' },
  ...['531000', '532000', '533000', '534000', '535000', '536000', '537000'].map((code) => ({ code })),
  ...numbered('539', costs, 'expense'),
];

/** Euros for one unit, in ten-thousandths, one for each month of 2025. */
const monthlyRates = {
  USD: [9615, 9588, 9271, 8930, 8862, 8695, 8561, 8594, 8523, 8597, 8651, 8547],
  GBP: [11874, 12003, 11941, 11706, 11853, 11762, 11558, 11563, 11467, 11482, 11359, 11421],
};

/** @typedef {keyof typeof monthlyRates} ForeignCurrency */

/**
 * @param {ForeignCurrency} currency
 * @param {string} date
 * @returns {bigint} ten-thousandths of a euro
 */
export const rateOn = (currency, date) => BigInt(monthlyRates[currency][Number(date.slice(5, 7)) - 1] ?? 0);

const words = list(`
  Alpina, Borealis, Cairn, Dolomit, Écrins, Fjäll, Gavarnie, Höhenweg, Isère, Jura, Kárpátok,
  Lofoten, Meseta, Névé, Ötztal, Picos, Queyras, Rügen, Šumava, Tatry, Ukko, Vanoise, Watt,
  Yonne, Zugspitz, Ardèche, Brèche, Côte, Drau, Eifel, Férroe, Garda, Helvetia, Ibérica,
  Jotun, Kåfjord, Landes, Moldau, Nordwind, Ostwall, Pyrène, Rhône, Soča, Tisza, Uckermark,
  Vosges, Wallis, Łódź
`);

const trades = list(`
  Sport, Outdoor, Montagne, Trekking, Nature, Aventure, Freizeit, Equipment, Handel,
  Distribution, Textil, Import, Logistik, Atelier
`);

const forms = list('SARL, GmbH, SA, AB, Ltd');

/** @typedef {{ code: string, name: string }} Party */

/** @param {string} prefix @param {number} at @param {number} shift so that customers and suppliers differ @returns {Party} */
function organisation(prefix, at, shift) {
  const i = at + shift;
  const word = words[i % words.length];
  const trade = trades[Math.floor(i / words.length) % trades.length];
  const form = forms[Math.floor(i / (words.length * trades.length)) % forms.length];
  return { code: `${prefix}${String(at + 1).padStart(4, '0')}`, name: `${word} ${trade} ${form}` };
}

const givenNames = list('Anna, Bilal, Chloé, Dmitri, Élise, Farid, Greta, Hugo, Inès, João, Katja, Luc');

export const customers = Array.from({ length: 2000 }, (_, at) => organisation('C', at, 0));
export const suppliers = Array.from({ length: 400 }, (_, at) => organisation('S', at, 2400));

/** @type {Party[]} */
export const employees = givenNames.map((name, at) => ({
  code: `E${String(at + 1).padStart(3, '0')}`,
  name,
}));
