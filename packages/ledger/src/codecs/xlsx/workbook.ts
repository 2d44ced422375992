import { FormatError, type Open } from '../codec.ts';
import { limits } from './limits.ts';
import { readSharedStrings, type SharedStrings } from './shared-strings.ts';
import { readDateStyles } from './styles.ts';
import { visitElements } from './xml-part.ts';
import { broken, readDirectory, type ZipEntry } from './zip-directory.ts';
import { type Budget, encryptedFile } from './zip-part.ts';

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

/** What cells need to know beside their own sheet. */
export interface Workbook {
  readonly open: Open;
  readonly budget: Budget;
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
  readonly dateStyles: readonly boolean[];
  readonly strings: SharedStrings;
}

/**
 * Reads everything of a workbook but its sheets.
 *
 * @throws FormatError for what is no XLSX, with what it is and the remedy where that can be told
 */
export async function readWorkbook(open: Open, fileName: string): Promise<Workbook> {
  const entries = await readDirectory(open, fileName);
  const budget: Budget = { spent: 0 };
  requireXlsx(entries, fileName);

  const path = await workbookPath(open, entries, budget);
  const targets = await readTargets(open, entries, relationsOf(path), budget);
  const part = (type: string) => {
    const target = targets.find((one) => one.type === type);
    return target && entries.get(partPath(path, target.path));
  };

  const { sheets, from1904 } = await readSheets(open, entries, path, targets, budget);
  const dateStyles = await readDateStyles(open, part('styles'), budget);
  const strings = await readSharedStrings(open, part('sharedStrings'), budget);
  return { open, budget, sheets, from1904, dateStyles, strings };
}

function requireXlsx(entries: ReadonlyMap<string, ZipEntry>, fileName: string): void {
  if (entries.has('[content_types].xml') && [...entries.keys()].some((name) => /^xl\/.*\.bin$/.test(name))) {
    if (entries.has('xl/workbook.bin')) throw otherKind(fileName, 'a binary workbook (.xlsb)');
  }
  if (entries.has('encryptedpackage')) throw encryptedFile();
  if (entries.has('[content_types].xml')) return;
  if (entries.has('content.xml')) throw otherKind(fileName, 'an OpenDocument spreadsheet (.ods)');

  throw new FormatError(
    'file_format',
    `${fileName} is a ZIP archive, not a spreadsheet`,
    'Unpack it and import the file that is in it.',
  );
}

export function otherKind(fileName: string, what: string): FormatError {
  return new FormatError(
    'file_format',
    `${fileName} is ${what}`,
    'Save it as .xlsx or as CSV and try again.',
  );
}

interface Target {
  id: string;
  /** Last word of the type: `worksheet`, `styles`. */
  type: string;
  path: string;
}

async function readTargets(
  open: Open,
  entries: ReadonlyMap<string, ZipEntry>,
  path: string,
  budget: Budget,
): Promise<Target[]> {
  const entry = entries.get(path);
  const targets: Target[] = [];
  if (!entry) return targets;

  await visitElements(open, entry, budget, (scanner) => {
    if (!scanner.is('Relationship') || scanner.attribute('TargetMode') === 'External') return;
    const type = scanner.attribute('Type')?.split('/').at(-1) ?? '';
    targets.push({ id: scanner.attribute('Id') ?? '', type, path: scanner.attribute('Target') ?? '' });
  });
  return targets;
}

async function workbookPath(
  open: Open,
  entries: ReadonlyMap<string, ZipEntry>,
  budget: Budget,
): Promise<string> {
  const targets = await readTargets(open, entries, '_rels/.rels', budget);
  const target = targets.find(({ type }) => type === 'officeDocument');
  const path = partPath('', target?.path ?? 'xl/workbook.xml');
  if (!entries.has(path)) throw broken('it has no workbook');
  return path;
}

/** Where a target of a part is, as the directory names it. */
function partPath(from: string, target: string): string {
  const base = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const path: string[] = [];
  for (const step of [...base, ...target.split('/')]) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/').toLowerCase();
}

function relationsOf(path: string): string {
  const steps = path.split('/');
  return [...steps.slice(0, -1), '_rels', `${steps.at(-1)}.rels`].join('/');
}

async function readSheets(
  open: Open,
  entries: ReadonlyMap<string, ZipEntry>,
  path: string,
  targets: readonly Target[],
  budget: Budget,
): Promise<{ sheets: Sheet[]; from1904: boolean }> {
  const workbook = entries.get(path);
  const sheets: Sheet[] = [];
  let from1904 = false;
  if (!workbook) throw broken('it has no workbook');

  await visitElements(open, workbook, budget, (scanner) => {
    if (scanner.is('workbookPr')) from1904 = /^(1|true)$/.test(scanner.attribute('date1904') ?? '');
    if (!scanner.is('sheet')) return;

    const id = scanner.attribute('r:id') ?? scanner.attribute('id');
    const target = targets.find((one) => one.id === id);
    if (target && target.type !== 'worksheet') return;

    const name = scanner.attribute('name') ?? `sheet ${sheets.length + 1}`;
    const entry = target && entries.get(partPath(path, target.path));
    if (!entry) throw broken(`its sheet "${name}" is missing`);
    const hidden = /^(hidden|veryHidden)$/.test(scanner.attribute('state') ?? '');
    if (sheets.push({ name, hidden, entry }) > limits.sheets)
      throw broken(`more than ${limits.sheets} sheets`);
  });
  return { sheets, from1904 };
}
