import type { Codec } from '../codec.ts';
import { notText } from '../text/encoding.ts';
import { sieLabels } from './detect.ts';
import { readSie } from './read.ts';
import { sieFieldOf, sieRejects } from './rejects.ts';
import { writeSie } from './write.ts';

/** SIE 4, the exchange format of Swedish bookkeeping; types 1 to 3, which hold balances only, are read as well. */
export const sie: Codec = {
  name: 'sie',
  mediaType: 'text/plain; charset=ibm437',
  extension: 'se',
  holds: 'year',
  needs: ['balances', 'objects'],
  opensApart: true,
  mixesRecords: false,
  needsBase: true,

  detect(head) {
    if (notText(head)) return { likely: 0, reason: `not a text: ${notText(head)}` };

    const known = sieLabels(head);
    return { likely: known === 0 ? 0 : 0.6 + known / 25, reason: `${known} labels of SIE, such as #KONTO` };
  },

  read: readSie,
  fieldOf: sieFieldOf,
  rejects: () => sieRejects,
  write: writeSie,
  lacks: () => [],
};
