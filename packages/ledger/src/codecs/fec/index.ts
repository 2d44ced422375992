import type { Codec } from '../codec.ts';
import { notText } from '../text/encoding.ts';
import { fecSeparator, knownFecColumns } from './columns.ts';
import { readFec } from './read.ts';
import { fecFieldOf, fecRejects } from './rejects.ts';
import { fecDescription, fecFileName, fecLacks, writeFec } from './write.ts';

/** FEC, the entries file of article A47 A-1 of the French book of tax procedures. */
export const fec: Codec = {
  name: 'fec',
  mediaType: 'text/plain; charset=utf-8',
  extension: 'txt',
  holds: 'year',
  needs: [],
  statutory: true,
  carried: { journal: 'AN', opening: 'À nouveau', result: 'Résultat de l’exercice précédent' },
  mixesRecords: false,
  needsBase: true,

  detect(head) {
    if (notText(head)) return { likely: 0, reason: `not a text: ${notText(head)}` };

    const separator = fecSeparator(head);
    if (separator === undefined) return { likely: 0, reason: 'neither TAB nor | in the first line' };

    const known = knownFecColumns(head, separator);
    const reason = `${known} of 18 columns of a FEC, separated by ${separator === '|' ? '|' : 'TAB'}`;
    return { likely: known >= 8 ? 0.7 + known / 60 : 0, reason };
  },

  read: readFec,
  fieldOf: fecFieldOf,
  rejects: ({ delimiter = '\t' }) => fecRejects(delimiter),
  write: writeFec,
  lacks: fecLacks,
  fileName: fecFileName,
  description: fecDescription,
};

export { controlFromFrenchClass, kindFromFrenchClass } from './accounts.ts';
