import type { RejectForm } from '../codec.ts';

/**
 * Rejects of a journal: the directives of the file, then each rejected transaction as it stood, its reasons in comments that
 * `;!` begins. A reader passes over these, so that the mended file is a journal again.
 */
export const journalRejects = (): RejectForm => ({
  heading: ({ header }) => header.map((line) => `${line}\n`).join(''),
  line: ({ values }, { row, field, code, message }) => {
    const [piece = ''] = values;
    if (code === '') return spaced(piece);
    const reason = [`line ${row}`, field, code, message].filter((part) => part !== '').join(': ');
    const comment = `;! ${reason.replace(/[\r\n]+/g, ' ')}\n`;
    // Inside a transaction a line at the margin would end it.
    return /^\s/.test(piece) || piece === '' ? `    ${comment}${piece}` : `\n${comment}${piece}`;
  },
  end: () => '',
});

const spaced = (piece: string): string => (/^\S/.test(piece) ? `\n${piece}` : piece);
