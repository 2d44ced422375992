// From an order of the shop to a journal entry. This is the part that an integrator writes.

/** @typedef {import('@erp/sdk').Body<'entries.post'>} NewEntry */

/**
 * One line of the feed. Amounts are decimal strings as the shop knows them; `rate` is euros for one unit of `currency`, and
 * stands on orders in another currency than euros only.
 *
 * @typedef {object} Order
 * @property {string} id
 * @property {string} paidOn `YYYY-MM-DD`
 * @property {string} account where the sale goes
 * @property {string} net
 * @property {string} vat
 * @property {string} gross
 * @property {string} [currency] default EUR
 * @property {string} [rate]
 */

/**
 * The identity of an order in the ledger, the same on every run: no second entry can have it.
 *
 * @param {Order} order
 */
export const externalIdOf = ({ id }) => `shop:order:${id}`;

/**
 * Paid by card, so the money is on its way to the bank.
 *
 * @param {Order} order
 * @returns {NewEntry}
 */
export function entryOf(order) {
  const { id, paidOn, account, net, vat, gross } = order;

  return {
    journal: 'SAL',
    date: paidOn,
    documentRef: id,
    description: `Web order ${id}`,
    externalId: externalIdOf(order),
    source: { system: 'shop', reference: id },
    // Of an order in dollars every line is converted on its own: what rounding leaves open goes to the line that lost most.
    rounding: 'largest',
    lines: [
      { account: '143000', ...amount(order, 'debit', gross) },
      { account, ...amount(order, 'credit', net) },
      ...(/^0*(\.0*)?$/.test(vat) ? [] : [{ account: '213000', ...amount(order, 'credit', vat) }]),
    ],
  };
}

/**
 * `debit` and `credit` are always base currency. In another currency the order states its own amount and the rate, and the
 * server works out the euros.
 *
 * @param {Order} order
 * @param {'debit' | 'credit'} side
 * @param {string} value
 */
function amount({ currency = 'EUR', rate }, side, value) {
  if (currency === 'EUR') return { [side]: value };

  const currencySide = side === 'debit' ? 'currencyDebit' : 'currencyCredit';
  return { currency, [currencySide]: value, ...(rate === undefined ? {} : { rate }) };
}
