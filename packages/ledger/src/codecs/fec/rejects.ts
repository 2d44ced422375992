import type { RejectForm } from '../codec.ts';
import { rejectCells } from '../text/reject-cells.ts';

export const fecRejects = (delimiter: string): RejectForm => rejectCells(delimiter, oneLine, '\r\n');

/** A FEC has no quotes: what would cut a reason in two becomes a space. */
function oneLine(text: string): string {
  return text.replace(/[\t|\r\n]/g, ' ');
}

/** Columns of a FEC by the field that they become, as far as one cell becomes one field. */
const fields: Readonly<Record<string, string>> = {
  journalcode: 'journal',
  ecriturenum: 'number',
  ecrituredate: 'date',
  comptenum: 'account',
  compauxnum: 'party',
  piecedate: 'lineDocumentDate',
  debit: 'debit',
  credit: 'credit',
  datelet: 'settlementDate',
  validdate: 'validatedOn',
  montantdevise: 'currencyDebit',
};

export const fecFieldOf = (column: string): string | undefined => fields[column.toLowerCase()];
