/**
 * Glossary of the ledger, and the rows that every codec reads and writes.
 *
 * - **entry**: one balanced set of lines with one number, posted whole or not at all, never changed afterwards.
 * - **line**: one account, one side, one amount in base currency and, beside it, the same in the line's own currency.
 * - **journal**: the book an entry is written in; **series**: where its legal number comes from.
 * - **fiscal year**, **period**: a year has period 0 (opening), regular periods, then adjustment and closing ones.
 * - **settlement** (lettering): lines of one account and party that answer each other, named by a code.
 * - **session**: one import from first byte to commit; **part**: a slice of it, at most 8 MB.
 *
 * Rows are what travels in an import part and in a JSONL file: one JSON object a line, told apart by `record`. Money is a
 * decimal string (`"1234.50"`), a date is `YYYY-MM-DD`, text is NFC and trimmed. A field that has no value is absent.
 */
export type Row =
  | AccountRow
  | JournalRow
  | PartyRow
  | YearRow
  | DimensionRow
  | DimensionValueRow
  | BalanceRow
  | CurrencyRow
  | LineRow;

/** The schema that a row of each record meets, by its name in the contract (`openapi/schemas/import-rows.yaml`). */
export const rowSchemas: Readonly<Record<Row['record'], string>> = {
  line: 'ImportLineRow',
  account: 'ImportAccountRow',
  journal: 'ImportJournalRow',
  party: 'ImportPartyRow',
  year: 'ImportYearRow',
  dimension: 'ImportDimensionRow',
  dimensionValue: 'ImportDimensionValueRow',
  balance: 'ImportBalanceRow',
  currency: 'ImportCurrencyRow',
};

/** Where a row came from, so that a reject can name it: the line of the source file, from 1, headings counted. */
export interface Located {
  row?: number;
}

export interface AccountRow extends Located {
  record: 'account';
  code: string;
  name?: string;
  statement?: 'balance' | 'result' | 'memo';
  type?: 'asset' | 'liability' | 'equity' | 'income' | 'expense' | 'memo';
  parent?: string;
  postable?: boolean;
  currency?: string;
  control?: 'none' | 'receivable' | 'payable' | 'employee' | 'other';
  settleable?: boolean;
  /** What `quantity` of a line counts, where the account says so for all of them. */
  unit?: string;
  /** What the account is called in other schemes (`sru`, `saft.group`); several of one scheme are allowed. */
  mappings?: { scheme: string; code: string }[];
  externalId?: string;
}

export interface JournalRow extends Located {
  record: 'journal';
  code: string;
  name?: string;
  area?: 'sale' | 'purchase' | 'bank' | 'cash' | 'payroll' | 'general' | 'opening' | 'closing';
  /** Number series; several journals may share one. Default: a series of its own, named like the journal. */
  series?: string;
  externalId?: string;
}

export interface PartyRow extends Located {
  record: 'party';
  code: string;
  name?: string;
  kind?: 'organisation' | 'person';
  roles?: { role: string; subledgerCode?: string; controlAccount?: string }[];
  registrationNumber?: string;
  externalId?: string;
}

/** A fiscal year that the file covers; the importer opens it when it is not there yet. */
export interface YearRow extends Located {
  record: 'year';
  code?: string;
  start: string;
  end: string;
  /** `balances`: the file holds no entries of this year, only what its accounts opened and closed with (`BalanceRow`). */
  detail?: 'entries' | 'balances';
}

export interface DimensionRow extends Located {
  record: 'dimension';
  code: string;
  name?: string;
  parent?: string;
}

export interface DimensionValueRow extends Located {
  record: 'dimensionValue';
  dimension: string;
  code: string;
  name?: string;
}

/**
 * What an account opened and closed with in a year whose entries the file does not hold: comparatives, in base currency,
 * signed, debit positive. With `dimensions` it says how much of a balance belongs to these values: an annotation, which may
 * stand beside another that states the same amount by another dimension, so the two are never added up.
 */
export interface BalanceRow extends Located {
  record: 'balance';
  /** First day of the year. */
  year: string;
  account: string;
  accountName?: string;
  accountType?: string;
  opening?: string;
  closing?: string;
  /** Of an account that starts each year at zero; its closing. */
  result?: string;
  dimensions?: Record<string, string>;
}

/** A currency or unit of one's own that lines are in; it comes before the first of them, so that their decimals are known. */
export interface CurrencyRow extends Located {
  record: 'currency';
  code: string;
  /** Decimals of its amounts, 0 to 8. */
  exponent: number;
}

/**
 * One line of one entry, flat: lines with one `entry` form one entry, adjacent or not. The fields of the entry may stand on
 * each of its lines or on the first only; `debit` and `credit` are base currency.
 */
export interface LineRow extends Located {
  record: 'line';
  entry: string;
  kind?: string;
  journal?: string;
  series?: string;
  number?: string;
  date?: string;
  period?: number;
  documentRef?: string;
  documentDate?: string;
  taxDate?: string;
  validatedOn?: string;
  entryDescription?: string;
  account?: string;
  party?: string;
  partyRole?: string;
  description?: string;
  debit?: string;
  credit?: string;
  /** Signed, debit positive; instead of `debit` and `credit`. */
  amount?: string;
  currency?: string;
  currencyDebit?: string;
  currencyCredit?: string;
  rate?: string;
  dueDate?: string;
  valueDate?: string;
  quantity?: string;
  unit?: string;
  settlement?: string;
  settlementDate?: string;
  lineDocumentRef?: string;
  lineDocumentDate?: string;
  externalId?: string;
  storno?: boolean;
  source?: { system?: string; file?: string; reference?: string; line?: string };
  /** Used only where the import creates that account, journal or party. */
  accountName?: string;
  accountType?: string;
  journalName?: string;
  partyName?: string;
  dimensions?: Record<string, string>;
  extra?: Record<string, string>;
}
