import type { Open } from '../codec.ts';
import { limits } from './limits.ts';
import { visitElements } from './xml-part.ts';
import { broken, type ZipEntry } from './zip-directory.ts';
import type { Budget } from './zip-part.ts';

/** Formats that have numbers of their own instead of a text: days, days with time, times, in every country's form. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Which styles of cells show their number as a day or a time, by the place of the style. */
export async function readDateStyles(
  open: Open,
  entry: ZipEntry | undefined,
  budget: Budget,
): Promise<readonly boolean[]> {
  const isDate = new Map<number, boolean>();
  const styles: boolean[] = [];
  let withinCells = false;
  if (!entry) return styles;

  await visitElements(open, entry, budget, (scanner) => {
    if (scanner.is('numFmt')) {
      isDate.set(Number(scanner.attribute('numFmtId')), isDateFormat(scanner.attribute('formatCode') ?? ''));
    } else if (scanner.is('cellStyleXfs')) withinCells = false;
    else if (scanner.is('cellXfs')) withinCells = true;
    else if (scanner.is('cellStyles') || scanner.is('dxfs')) withinCells = false;
    else if (withinCells && scanner.is('xf')) {
      const id = Number(scanner.attribute('numFmtId') ?? '0');
      if (styles.push(isDate.get(id) ?? isBuiltInDate(id)) > limits.styles)
        throw broken('too many styles of cells');
    }
  });
  return styles;
}

/** Whether a format shows parts of a day, once colours, conditions, quoted and escaped texts are taken out of it. */
export function isDateFormat(code: string): boolean {
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  const bare = first.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/general/i.test(bare)) return false;
  return /[ymdhs]/i.test(bare);
}
