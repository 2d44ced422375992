/** What is read of an entry, and of each of its lines, in the order in which the database packs it. */
export const entryColumns = {
  ...{ id: 'e.id', kind: 'e.kind', journalId: 'e.journal_id', seriesId: 'e.series_id', number: 'e.number' },
  ...{ date: 'e.entry_date', period: 'e.period', documentRef: 'e.document_ref' },
  ...{ documentDate: 'e.document_date', taxDate: 'e.tax_date', validatedOn: 'e.validated_on' },
  ...{ description: 'e.description', externalId: 'e.external_id', storno: 'e.storno', source: 'e.source' },
};

export const lineColumns = {
  ...{ accountId: 'l.account_id', partyId: 'l.party_id', partyRole: 'l.party_role' },
  ...{ description: 'l.description', debit: 'l.debit', credit: 'l.credit', currency: 'l.currency' },
  ...{ currencyDebit: 'l.currency_debit', currencyCredit: 'l.currency_credit', rate: 'l.rate' },
  ...{ dueDate: 'l.due_date', valueDate: 'l.value_date', quantity: 'l.quantity', unit: 'l.unit' },
  ...{ documentRef: 'l.document_ref', documentDate: 'l.document_date' },
  ...{ dimensions: 'l.dimensions', extra: 'l.extra' },
};

/** Read behind the columns of a line where any line of the tenant was ever settled. */
export const settlementColumns = { settlement: 'x.code', settlementDate: 'x.settled_on' };

/** Where each column stands among the cells. */
export const entryAt = placesOf(entryColumns);
export const lineAt = placesOf({ ...lineColumns, ...settlementColumns });

function placesOf<Name extends string>(columns: Record<Name, string>): Record<Name, number> {
  return Object.fromEntries(Object.keys(columns).map((name, index) => [name, index])) as Record<Name, number>;
}
