import type { Read, ReadOptions, RowFault, Said } from '../codec.ts';
import { MappedColumns, MappedRows } from '../mapping/mapped-rows.ts';
import { rejectColumns } from '../text/reject-columns.ts';
import { Normaliser } from '../text/values.ts';
import { headerName } from './detect.ts';
import { planColumns } from './header.ts';
import { RowBuilder } from './rows.ts';

/** What is wrong with a cell before anything is made of its text, by the place of the cell. */
export type CellFaults = ReadonlyMap<number, CellFault>;

export interface CellFault {
  readonly code: string;
  readonly message: string;
}

/** How the cells of a table are written. */
export interface TableForm {
  readonly decimal: '.' | ',';
  readonly dateFormat: ReadOptions['dateFormat'] | undefined;
}

/**
 * Rows of a table whose columns are the canonical ones of a resource, or become those by a mapping: what the text of a cell
 * means, whatever kind of file it stands in.
 */
export class TableRows {
  readonly normaliser = new Normaliser();
  readonly #options: ReadOptions;
  #header: readonly string[] = [];
  #mapped: MappedColumns | undefined;
  #maker: Maker | undefined;

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  /** The columns as the file names them. */
  get header(): readonly string[] {
    return this.#header;
  }

  get begun(): boolean {
    return this.#maker !== undefined;
  }

  /**
   * Takes the heading.
   *
   * @throws FormatError for columns that nothing is known of, that are missing or repeated
   */
  begin(names: readonly string[], form: TableForm): void {
    const { mapping, resource } = this.#options;
    this.#header = names.map((name) => name.trim());

    if (!mapping) {
      this.#maker = this.#builder(names, names, form);
      return;
    }
    this.#mapped = new MappedColumns(this.#header, mapping, resource, this.normaliser);
    this.#maker = new MappedRows(this.#mapped, this.#builder(this.#mapped.names, this.#mapped.labels, form));
  }

  /** The row of a line, or its faults; undefined for one that a mapping leaves out. */
  row(line: number, values: readonly string[], faulty?: CellFaults): Read | undefined {
    const faults = faulty ? this.#faultsOf(values, faulty) : [];
    if (faults.length === 0) return this.#begun().build(line, values);

    const sound = values.map((value, at) => (faulty?.has(at) ? '' : value));
    const read = this.#begun().build(line, sound);
    if (!read) return undefined;
    return this.faulty(line, sound, [...faults, ...('row' in read ? [] : read.faults)]);
  }

  faulty(line: number, values: readonly string[], faults: readonly RowFault[]): Read {
    const entry = this.#begun().entryOf(values);
    return { line, ...(entry === undefined ? {} : { entry }), faults };
  }

  said(): Pick<Said, 'normalised' | 'accountKinds' | 'notStored'> {
    return {
      normalised: this.normaliser.counts,
      accountKinds: {},
      notStored: this.#mapped?.notStored ?? {},
    };
  }

  /** `names` are the canonical ones, `labels` those of the file, for faults. */
  #builder(names: readonly string[], labels: readonly string[], form: TableForm): RowBuilder {
    const { resource } = this.#options;
    const plans = planColumns(names, resource);
    const { normaliser } = this;
    return new RowBuilder({ resource, header: labels, plans, ...form, normaliser });
  }

  #begun(): Maker {
    if (!this.#maker) throw new Error('a line before the heading');
    return this.#maker;
  }

  /** A faulty cell of a column that is left out does no harm. */
  #faultsOf(values: readonly string[], faulty: CellFaults): RowFault[] {
    return [...faulty].flatMap(([at, fault]) => {
      const field = this.#header[at] ?? '';
      return this.#isLeftOut(field) ? [] : [{ field, value: values[at] ?? '', ...fault }];
    });
  }

  #isLeftOut(name: string): boolean {
    const { mapping } = this.#options;
    if (!mapping) return rejectColumns.includes(headerName(name));
    if (Array.isArray(mapping.ignore)) return mapping.ignore.includes(name);
    if (mapping.ignore === undefined) return false;

    const used = Object.values(mapping.fields).flatMap(({ columns = [], sign }) => [
      ...columns,
      sign?.column,
    ]);
    return !used.includes(name);
  }
}

interface Maker {
  entryOf(values: readonly string[]): string | undefined;
  build(line: number, values: readonly string[]): Read | undefined;
}
