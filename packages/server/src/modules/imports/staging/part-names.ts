import { Column } from './columns.ts';

const kinds = ['account', 'journal', 'series', 'party', 'value', 'currency'] as const;

export type NameKind = (typeof kinds)[number];

interface Name {
  kind: NameKind;
  within: string;
  code: string;
  row: number | undefined;
  name: string | undefined;
  type: string | undefined;
}

/** What the lines of a part name, each once, so that a million lines need not be searched for what they refer to. */
export class PartNames {
  readonly #known = new Map<NameKind, Map<string, Name>>(kinds.map((kind) => [kind, new Map()]));
  readonly #list: Name[] = [];

  /** The first name and type that are given win. */
  see(kind: NameKind, code: string, row: number | undefined, name?: string, type?: string): void {
    const known = this.#known.get(kind)?.get(code);
    if (known) {
      known.name ??= name;
      known.type ??= type;
    } else this.#add(code, { kind, within: '', code, row, name, type });
  }

  /** A value of a dimension; two dimensions may have values of one code. */
  seeValue(dimension: string, code: string, row: number | undefined): void {
    const key = `${dimension}\n${code}`;
    if (this.#known.get('value')?.has(key)) return;
    this.#add(key, { kind: 'value', within: dimension, code, row, name: undefined, type: undefined });
  }

  #add(key: string, name: Name): void {
    this.#known.get(name.kind)?.set(key, name);
    this.#list.push(name);
  }

  columns() {
    const columns = {
      kind: new Column(),
      within: new Column(),
      code: new Column(),
      name: new Column(),
      type: new Column(),
      row: new Column(),
    };
    this.#list.forEach(({ kind, within, code, row, name, type }, at) => {
      columns.kind.text(at, kind);
      columns.within.text(at, within);
      columns.code.text(at, code);
      columns.name.text(at, name);
      columns.type.text(at, type);
      columns.row.plain(at, row);
    });
    return columns;
  }
}
