import { headText, notText } from '../text/encoding.ts';

const transaction = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:=\S+)?(?:[ \t]|$)/;
const beancountDirective =
  /^\d{4}-\d{2}-\d{2}\s+(?:open|close|commodity|balance|pad|price|note|document|event|query|custom|txn)\s/;
const beancountTransaction = /^\d{4}-\d{2}-\d{2}\s+(?:txn|[*!])\s+"/;

interface Counts {
  heads: number;
  postings: number;
  beancount: number;
}

function count(head: Uint8Array): Counts {
  const counts: Counts = { heads: 0, postings: 0, beancount: 0 };
  let inside = false;
  for (const line of headText(head).split('\n')) {
    if (/^\s+\S/.test(line)) {
      if (inside && /^\s+(?:[*!]\s+)?[\p{L}[(][^;]*?(?:\s{2,}|\t|:|$)/u.test(line)) counts.postings += 1;
      continue;
    }
    inside = transaction.test(line);
    if (beancountDirective.test(line) || beancountTransaction.test(line) || /^option\s+"/.test(line))
      counts.beancount += 1;
    else if (inside) counts.heads += 1;
  }
  return counts;
}

const endings = {
  hledger: /\.(?:journal|hledger|j)$/i,
  ledger: /\.(?:ledger|ldg|dat)$/i,
  beancount: /\.(?:beancount|bean)$/i,
};

/** How sure a file is of one of the three, from how its head is written and what it is called. */
export function detectPlain(
  format: keyof typeof endings,
  head: Uint8Array,
  fileName: string,
): { likely: number; reason: string } {
  const instead = notText(head);
  if (instead) return { likely: 0, reason: `not a text: ${instead}` };

  const { heads, postings, beancount } = count(head);
  const named = endings[format].test(fileName);
  if (format === 'beancount') {
    const reason = `${beancount} directives of beancount`;
    return { likely: beancount === 0 ? 0 : beancount >= heads || named ? 0.97 : 0.6, reason };
  }

  const reason = `${heads} transactions with ${postings} postings`;
  if (heads === 0 || postings === 0)
    return { likely: named && /^account /m.test(headText(head)) ? 0.6 : 0, reason };
  if (beancount > heads) return { likely: 0.1, reason: `${reason}, but directives of beancount` };
  return { likely: named ? 0.95 : format === 'hledger' ? 0.85 : 0.8, reason };
}
