import { Column } from './columns.ts';

export type NameKind = 'account' | 'journal' | 'series' | 'party' | 'value' | 'currency';

interface Name {
  name: string | undefined;
  type: string | undefined;
}

/** What the lines of a part name, each once, so that a million lines need not be searched for what they refer to. */
export class PartNames {
  readonly #known = new Map<string, Name>();
  readonly #list: { kind: NameKind; within: string; code: string; row: number | undefined; name: Name }[] =
    [];

  /** `within`: the dimension of a value. The first name and type that are given win. */
  see(
    kind: NameKind,
    code: string,
    row: number | undefined,
    given: { within?: string; name?: string | undefined; type?: string | undefined } = {},
  ): void {
    const { within = '' } = given;
    const key = within === '' ? `${kind} ${code}` : `${kind} ${within}\n${code}`;
    const known = this.#known.get(key);
    if (known) {
      known.name ??= given.name;
      known.type ??= given.type;
      return;
    }
    const name = { name: given.name, type: given.type };
    this.#known.set(key, name);
    this.#list.push({ kind, within, code, row, name });
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
    for (const { kind, within, code, row, name } of this.#list) {
      columns.kind.text(kind);
      columns.within.text(within);
      columns.code.text(code);
      columns.name.text(name.name);
      columns.type.text(name.type);
      columns.row.plain(row);
    }
    return columns;
  }
}
