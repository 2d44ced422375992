// A file with a fault of each common kind, to see how it is refused.
import { writeFileSync } from 'node:fs';

const lines = [
  'entry,journal,date,document_ref,account,party,party_name,description,debit,credit',
  // Nothing is wrong with the first and the last: they are written with `--on-error skip`.
  'X-1,BNK,2025-06-02,K-1,541000,,,Bank fee,12.50,',
  'X-1,BNK,2025-06-02,K-1,141000,,,Bank fee,,12.50',
  'X-2,SAL,2025-06-03,F-1,131000,C0001,,Decimal comma,"1.234,50",',
  'X-2,SAL,2025-06-03,F-1,410000,,,Decimal comma,,1234.50',
  'X-3,BNK,2025-06-04,K-2,541000,,,A digit is missing,20.00,',
  'X-3,BNK,2025-06-04,K-2,14100,,,A digit is missing,,20.00',
  'X-4,SAL,2025-06-05,F-2,131000,C0002,,Does not balance,120.00,',
  'X-4,SAL,2025-06-05,F-2,410000,,,Does not balance,,100.00',
  'X-5,BNK,2025-02-30,K-3,541000,,,No such day,5.00,',
  'X-5,BNK,2025-02-30,K-3,141000,,,No such day,,5.00',
  'X-6,CSH,2025-06-06,C-1,142000,,,Both sides,30.00,30.00',
  'X-6,CSH,2025-06-06,C-1,410000,,,Both sides,,30.00',
  'X-7,CSH,2025-06-07,C-2,142000,,,Cash sale,18.00,',
  'X-7,CSH,2025-06-07,C-2,410000,,,Cash sale,,18.00',
];

/** @param {string} path */
export function writeBrokenFile(path) {
  writeFileSync(path, `${lines.join('\n')}\n`);
}
