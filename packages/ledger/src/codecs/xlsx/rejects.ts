import type { Columns, RejectForm } from '../codec.ts';
import { ownCells } from '../text/reject-cells.ts';
import { rejectColumns } from '../text/reject-columns.ts';
import { joined } from './bytes.ts';
import { limits } from './limits.ts';
import { columnLetters, cutText, headingCell, rangeOf, textCell } from './sheet-text.ts';
import {
  contentTypes,
  rootRelations,
  sheetHead,
  sheetPath,
  sheetTail,
  stylesPart,
  workbookPart,
  workbookRelations,
} from './workbook-parts.ts';
import { PlainPart, ZipLayout } from './zip-write.ts';

/**
 * A workbook of the rejected rows: every cell as the text that was read, so that nothing is shown in another way than it came.
 * Its sheet has the name of the one they stood on, so that it is found by it again. Rows beyond its end go on in the next, under
 * the same heading.
 */
export function xlsxRejects(sheet: string): RejectForm {
  const layout = new ZipLayout();
  const ranges: string[] = [];
  let part = new PlainPart(layout);
  let header: readonly string[] = [];
  let rows = 0;
  let columns = 0;

  const begin = (): Uint8Array[] => {
    part = new PlainPart(layout);
    rows = 1;
    columns = header.length;
    const head = layout.begin(sheetPath(ranges.length + 1));
    const names = header.map((name, at) => headingCell(`${columnLetters(at)}1`, cutText(name))).join('');
    const widths = header.map(() => 14);
    return [head, part.add(`${sheetHead(widths, ranges.length === 0)}<row r="1">${names}</row>`)];
  };

  const finish = (): Uint8Array[] => {
    const range = rangeOf(columns, rows);
    ranges.push(range);
    return [part.add(sheetTail(range)), part.end()];
  };

  const whole = (name: string, text: string): Uint8Array[] => {
    const one = new PlainPart(layout);
    return [layout.begin(name), one.add(text), one.end()];
  };

  return {
    heading: (source) => {
      header = [...ownCells(source.header, source.header), ...rejectColumns];
      return joined([...whole('_rels/.rels', rootRelations()), ...begin()]);
    },

    line: (source: Columns, { row, field, code, message }) => {
      const pieces = rows >= limits.rows ? [...finish(), ...begin()] : [];
      rows += 1;
      const values = [...ownCells(source.header, source.values), String(row), field, code, message];
      columns = Math.max(columns, values.length);
      const cells = values.map((value, at) =>
        value === '' ? '' : textCell(`${columnLetters(at)}${rows}`, cutText(value)),
      );
      return joined([...pieces, part.add(`<row r="${rows}">${cells.join('')}</row>`)]);
    },

    end: () => {
      const pieces = finish();
      const sheets = ranges.map((range, at) => ({
        name: at === 0 ? sheet : `${sheet.slice(0, 26)} ${at + 1}`,
        range,
      }));
      return joined([
        ...pieces,
        ...whole('xl/styles.xml', stylesPart()),
        ...whole('xl/workbook.xml', workbookPart(sheets)),
        ...whole('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)),
        ...whole('[Content_Types].xml', contentTypes(sheets.length)),
        layout.directory(),
      ]);
    },
  };
}
