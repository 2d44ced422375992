import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A part of an archive; a text is packed, bytes are stored as they are. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A ZIP archive as most programs write it: sizes in front of the content, the directory at the end. */
export function zipOf(parts: Parts): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;

  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = typeof content === 'string' ? deflateRawSync(bytes) : bytes;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(typeof content === 'string' ? 8 : 0, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);

    local.push(Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed);
    central.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), shared, rest, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }

  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\u0005\u0006'), end]);
}

/** The parts of an archive, and a text for each. */
export function unzipped(archive: Uint8Array): Record<string, string> {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf('PK\u0005\u0006');
  const parts: Record<string, string> = {};

  for (let at = bytes.readUInt32LE(end + 16); at < end && bytes.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const from = bytes.readUInt32LE(at + 42);
    const content = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28);
    const packed = bytes.subarray(content, content + bytes.readUInt32LE(at + 20));
    const isPacked = bytes.readUInt16LE(at + 10) === 8;
    parts[bytes.toString('utf8', at + 46, at + 46 + (name ?? 0))] = (
      isPacked ? inflateRawSync(packed) : packed
    ).toString();
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

/** A workbook in which a text of its first sheet is another one: what a user does in a spreadsheet. */
export function mended(workbook: Uint8Array, text: string, instead: string): Uint8Array {
  const parts = unzipped(workbook);
  const path = 'xl/worksheets/sheet1.xml';
  const sheet = parts[path]?.replaceAll(`>${text}<`, `>${instead}<`) ?? '';
  if (sheet === parts[path]) throw new Error(`no cell holds "${text}"`);
  return zipOf({ ...parts, [path]: sheet });
}

export interface Book {
  /** Rows of each sheet as XML, by its name; a name that begins with `!` is hidden. */
  sheets: Readonly<Record<string, string>>;
  /** Items of the shared texts, as XML: `<si><t>a</t></si>`. */
  strings?: string;
  /** Codes of the formats of the styles 1, 2 and on; 0 is general. */
  formats?: readonly string[];
  from1904?: boolean;
  more?: Parts;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook as Excel has them. */
export function partsOf({ sheets, strings, formats = [], from1904 = false, more = {} }: Book): Parts {
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;

  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, at) => {
        const state = name.startsWith('!') ? ' state="hidden"' : '';
        return `<sheet name="${name.replace('!', '')}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
      .join(
        '',
      )}${relation('s', 'styles', 'styles.xml')}${relation('t', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet ${main}><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    'xl/styles.xml': `<styleSheet ${main}><numFmts>${formats
      .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, at) => `<xf numFmtId="${164 + at}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst ${main}>${strings}</sst>` }),
    ...more,
  };
}

export const workbookOf = (book: Book): Uint8Array => zipOf(partsOf(book));

/** A row of cells that are texts, numbers where a number is given, or XML where it begins with `<`. */
export function rowXml(number: number, ...cells: readonly (string | number)[]): string {
  const written = cells.map((cell) => {
    if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
    return cell.startsWith('<') ? cell : `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}
