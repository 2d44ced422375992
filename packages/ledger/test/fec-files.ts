const columns = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
];

/** The header of the law. */
export const fecHeader = columns.join('\t');
const defaults: Record<string, string> = {
  JournalCode: 'VE',
  JournalLib: 'Ventes',
  EcritureNum: '1',
  EcritureDate: '20250110',
  CompteNum: '411000',
  CompteLib: 'Clients',
  PieceRef: 'F1',
  PieceDate: '20250110',
  EcritureLib: 'Facture',
  Debit: '0,00',
  Credit: '0,00',
  ValidDate: '20250131',
};

/** One line of a FEC: a sale of 10 January where nothing else is said. */
export const fecLine = (cells: Record<string, string>) =>
  columns.map((name) => cells[name] ?? defaults[name] ?? '').join('\t');

/** A balanced pair: customers against sales. */
export const fecPair = (cells: Record<string, string>, amount = '10,00') => [
  fecLine({ Debit: amount, ...cells }),
  fecLine({ Credit: amount, CompteNum: '706000', CompteLib: 'Prestations', ...cells }),
];

/** A FEC of these lines. */
export const fecText = (...lines: string[]) => `${[fecHeader, ...lines].join('\n')}\n`;
