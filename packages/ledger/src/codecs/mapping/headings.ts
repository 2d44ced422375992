import type { Resource } from '../csv/columns.ts';

/**
 * What programs call the columns that become a field, the surest name first: small letters, without accents, signs and what
 * stands in brackets. English, then German, French, Swedish and Spanish, as Odoo, ERPNext, Xero, DATEV and others export them.
 */
type Headings = Readonly<Record<string, readonly string[]>>;

const lineHeadings: Headings = {
  entry: [
    ...[
      'entry',
      'entry no',
      'entry number',
      'voucher no',
      'voucher number',
      'journal entry',
      'move',
      'transaction id',
    ],
    ...[
      'transaction no',
      'transaction number',
      'number',
      'belegnummer',
      'belegnr',
      'buchungsnummer',
      'ecriturenum',
    ],
    ...['numero', 'numero de piece', 'piece', 'verifikationsnummer', 'vernr', 'asiento'],
  ],
  date: [
    ...[
      'posting date',
      'accounting date',
      'entry date',
      'date',
      'transaction date',
      'buchungsdatum',
      'belegdatum',
    ],
    ...['datum', 'date comptable', 'ecrituredate', 'bokforingsdatum', 'verifikationsdatum', 'fecha'],
  ],
  journal: [
    ...['journal', 'journal code', 'voucher type', 'journal type', 'journalcode', 'journal name', 'series'],
    ...['transaction type', 'tagebuch', 'serie', 'diario'],
  ],
  account: [
    ...[
      'account',
      'account code',
      'account number',
      'account no',
      'gl account',
      'ledger account',
      'konto',
      'kontonummer',
    ],
    ...['kontonr', 'compte', 'comptenum', 'numero de compte', 'cuenta'],
  ],
  account_name: [
    ...['account name', 'account label', 'kontobezeichnung', 'kontoname', 'comptelib', 'libelle compte'],
    ...['libelle du compte', 'kontonamn', 'nombre de cuenta'],
  ],
  account_type: ['account type', 'root type', 'kontoart', 'type de compte'],
  debit: ['debit', 'debit amount', 'soll', 'sollbetrag', 'debet', 'debe'],
  credit: ['credit', 'credit amount', 'haben', 'habenbetrag', 'kredit', 'haber'],
  amount: ['amount', 'net amount', 'betrag', 'umsatz', 'montant', 'belopp', 'importe'],
  currency: [
    'currency',
    'currency code',
    'account currency',
    'wahrung',
    'waehrung',
    'devise',
    'idevise',
    'valuta',
    'moneda',
  ],
  party: ['party', 'partner', 'customer', 'supplier', 'contact', 'kunde', 'lieferant', 'tiers', 'compauxnum'],
  party_name: ['party name', 'partner name', 'customer name', 'supplier name', 'compauxlib', 'kundenname'],
  description: [
    ...[
      'label',
      'description',
      'remarks',
      'narration',
      'memo',
      'buchungstext',
      'text',
      'beschreibung',
      'libelle',
    ],
    ...['ecriturelib', 'beskrivning', 'concepto', 'details', 'comment'],
  ],
  document_ref: [
    ...[
      'reference',
      'ref',
      'document no',
      'document number',
      'invoice no',
      'invoice number',
      'bill no',
      'belegfeld 1',
    ],
    ...['rechnungsnummer', 'pieceref', 'referens'],
  ],
  due_date: [
    'due date',
    'date maturity',
    'echeance',
    'falligkeit',
    'faelligkeit',
    'falligkeitsdatum',
    'forfallodatum',
  ],
};

/** Columns that say the side of an amount, and what they say. */
export const signHeadings: readonly string[] = [
  ...[
    'side',
    'sign',
    'debit credit',
    'd c',
    'dc',
    'dr cr',
    's h',
    'sh',
    'soll haben',
    'soll haben kennzeichen',
    'sens',
  ],
];
export const debitWords: readonly string[] = ['S', 'D', 'Dr', 'DR', 'Debit', 'debit', 'Soll', '+1'];
export const creditWords: readonly string[] = ['H', 'C', 'Cr', 'CR', 'Credit', 'credit', 'Haben', '-1'];

/** Columns that are dimensions of their own name. */
export const dimensionHeadings: readonly string[] = [
  ...[
    'cost center',
    'cost centre',
    'project',
    'department',
    'kostenstelle',
    'kost1',
    'kost2',
    'projekt',
    'avdelning',
  ],
  ...['centre de cout', 'analytic account'],
];

const headings: Readonly<Record<Resource, Headings>> = {
  ledger: lineHeadings,
  entries: lineHeadings,
  'opening-balances': lineHeadings,
  accounts: {
    code: [
      'code',
      'account code',
      'account number',
      'account no',
      'number',
      'no',
      'konto',
      'kontonummer',
      'compte',
    ],
    name: [
      'name',
      'account name',
      'label',
      'description',
      'bezeichnung',
      'kontobezeichnung',
      'libelle',
      'intitule',
    ],
    type: ['type', 'account type', 'root type', 'class', 'kontoart'],
    parent: ['parent', 'parent account', 'parent code', 'parent account number'],
    currency: ['currency', 'account currency'],
    external_id: ['external id', 'id'],
  },
  journals: {
    code: ['code', 'journal code', 'short code', 'journal'],
    name: ['name', 'journal name', 'label', 'description'],
    area: ['area', 'type'],
  },
  parties: {
    code: [
      ...[
        'code',
        'customer code',
        'supplier code',
        'customer id',
        'supplier id',
        'customer no',
        'number',
        'kundennummer',
      ],
      ...['reference', 'id', 'no'],
    ],
    name: ['name', 'customer name', 'supplier name', 'company', 'display name', 'firma', 'nom', 'namn'],
    registration_number: [
      'registration number',
      'company registration',
      'siren',
      'organisationsnummer',
      'org number',
    ],
    role: ['role'],
  },
};

/** The fields of a resource that headings tell, with those names. */
export function headingsOf(resource: Resource): Headings {
  return headings[resource];
}

/** Whether programs call a column so, of whatever resource. */
export function isKnownHeading(name: string): boolean {
  return names.has(plainHeading(name));
}

const names = new Set(Object.values(headings).flatMap((one) => Object.values(one).flat()));

/** Kinds of accounts in the words of other programs. */
export const typeWords: ReadonlyMap<string, string> = new Map([
  ...['asset', 'assets', 'aktiva', 'actif', 'tillgang'].map((word) => [word, 'asset'] as const),
  ...['liability', 'liabilities', 'passiva', 'passif', 'skuld'].map((word) => [word, 'liability'] as const),
  ...['equity', 'eigenkapital', 'capitaux'].map((word) => [word, 'equity'] as const),
  ...['income', 'revenue', 'ertrag', 'produit', 'produits', 'intakt'].map(
    (word) => [word, 'income'] as const,
  ),
  ...['expense', 'expenses', 'aufwand', 'charge', 'charges', 'kostnad'].map(
    (word) => [word, 'expense'] as const,
  ),
]);

/** `Journal Items/Débit (EUR)` -> `debit`: as the lists above write it. */
export function plainHeading(name: string): string {
  return (name.split('/').at(-1)?.length === 1 ? name : (name.split('/').at(-1) ?? name))
    .replace(/\([^)]*\)/g, ' ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
