import { escapeCell } from './cell-text.ts';

/** Styles of cells by their place in `stylesPart`; an amount has one for each number of decimals, `money + decimals`. */
export const styleOf = { number: 0, heading: 1, text: 2, quoted: 3, date: 4, money: 5 } as const;
export const mostDecimals = 8;
const ownFormats = 164;

const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';

/** A sheet that has been written. */
export interface SheetPart {
  readonly name: string;
  /** `A1:AK935`. */
  readonly range: string;
}

export const sheetPath = (sheet: number) => `xl/worksheets/sheet${sheet}.xml`;

export function rootRelations(): string {
  return relationships([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]);
}

export function workbookRelations(sheets: number): string {
  return relationships([
    ...Array.from({ length: sheets }, (_, at) => ({
      id: `rId${at + 1}`,
      type: 'worksheet',
      target: `worksheets/sheet${at + 1}.xml`,
    })),
    { id: `rId${sheets + 1}`, type: 'styles', target: 'styles.xml' },
  ]);
}

function relationships(list: readonly { id: string; type: string; target: string }[]): string {
  const written = list.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `${prolog}<Relationships xmlns="${packageNamespace}/relationships">${written.join('')}</Relationships>`;
}

export function contentTypes(sheets: number): string {
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = [
    ['xl/workbook.xml', 'sheet.main'],
    ['xl/styles.xml', 'styles'],
    ...Array.from({ length: sheets }, (_, at) => [sheetPath(at + 1), 'worksheet']),
  ];
  const overrides = parts.map(
    ([path, type]) => `<Override PartName="/${path}" ContentType="${sheetType}.${type}+xml"/>`,
  );
  return (
    `${prolog}<Types xmlns="${packageNamespace}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

/** The list of sheets; each has a name that makes its filter work in every program. */
export function workbookPart(sheets: readonly SheetPart[]): string {
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${escapeCell(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const filters = sheets.map(({ name, range }, at) => {
    const fixed = range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    const place = `'${escapeCell(name).replaceAll("'", "''")}'!${fixed}`;
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${place}</definedName>`;
  });
  return (
    `${prolog}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${listed.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`
  );
}

export function stylesPart(): string {
  const amounts = Array.from({ length: mostDecimals + 1 }, (_, decimals) => ({
    id: ownFormats + 1 + decimals,
    code: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
  }));
  const formats = [{ id: ownFormats, code: 'yyyy-mm-dd' }, ...amounts];
  const cell = (format: number, more = '') =>
    `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}/>`;

  const cells = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
    cell(49),
    cell(49, ' quotePrefix="1"'),
    cell(ownFormats),
    ...amounts.map(({ id }) => cell(id)),
  ];
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';

  return (
    `${prolog}<styleSheet xmlns="${main}"><numFmts count="${formats.length}">` +
    `${formats.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`).join('')}</numFmts>` +
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

/** What stands in front of the rows of a sheet: heading fixed, columns as wide as what they hold. */
export function sheetHead(widths: readonly number[], isFirst: boolean): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const selected = isFirst ? ' tabSelected="1"' : '';
  return (
    `${prolog}<worksheet xmlns="${main}"><sheetViews><sheetView${selected} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>`
  );
}

export function sheetTail(range: string): string {
  return `</sheetData><autoFilter ref="${range}"/></worksheet>`;
}
