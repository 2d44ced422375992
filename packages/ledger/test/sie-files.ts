/** Bytes of a text in CP437, as far as Swedish has letters. */
export function cp437(text: string): Uint8Array {
  const letters: Record<string, number> = { å: 0x86, ä: 0x84, ö: 0x94, Å: 0x8f, Ä: 0x8e, Ö: 0x99, é: 0x82 };
  return Uint8Array.from([...text], (letter) => letters[letter] ?? letter.charCodeAt(0));
}

const sale = [
  '#VER A 1 20250110 "Försäljning" 20250111 "LL"',
  '{',
  '#TRANS 1930 {1 "N" 6 "P"} 125.00 20250112 "Kund 7" 2',
  '#TRANS 2610 {} -25',
  '#TRANS 3010 {1 "N"} -100',
  '}',
];

const identification = ['#FLAGGA 0', '#FORMAT PC8', '#SIETYP 4', '#GEN 20251231', '#FNAMN "Övning AB"'];
const years = ['#RAR 0 20250101 20251231', '#RAR -1 20240101 20241231'];
const chart = [
  '#DIM 1 "Kostnadsställe"',
  '#OBJEKT 1 "N" "Norr"',
  '#KONTO 1930 "Bank"',
  '#SRU 1930 7281',
  '#KONTO 2081 "Aktiekapital"',
  '#KONTO 2610 "Moms"',
  '#KONTO 3010 "Försäljning"',
  '#ENHET 3010 "st"',
];
const balances = [
  '#IB 0 1930 1000.00',
  '#IB 0 2081 -1000.00',
  '#UB 0 1930 1125.00',
  '#RES 0 3010 -100.00',
  '#UB -1 1930 1000.00',
  '#UB -1 2081 -1000.00',
];

interface Parts {
  identification: readonly string[];
  years: readonly string[];
  chart: readonly string[];
  balances: readonly string[];
  vouchers: readonly string[];
}

/** A SIE file of a small year; what is given takes the place of its own. */
export function sieText(parts: Partial<Parts> = {}): string {
  const all = { identification, years, chart, balances, vouchers: sale, ...parts };
  return [all.identification, all.years, all.chart, all.balances, all.vouchers]
    .flat()
    .map((record) => `${record}\r\n`)
    .join('');
}
