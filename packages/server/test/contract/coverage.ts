/** Which statuses of which operations were reached, against those that the contract declares. */
export class Coverage {
  readonly #reached = new Map<string, Set<string>>();

  add(operation: string, status: number): void {
    const statuses = this.#reached.get(operation) ?? new Set();
    this.#reached.set(operation, statuses.add(String(status)));
  }

  has(operation: string, status: string): boolean {
    return this.#reached.get(operation)?.has(status) ?? false;
  }

  /**
   * Operation x status: `+` reached, `-` declared and not reached, blank not declared. Two operations a row, because there are
   * many; success statuses share a column.
   */
  table(operations: readonly { id: string; statuses: readonly string[] }[]): string {
    const columns = ['2xx', '400', '401', '403', '404', '409', '412', '413', '422', '429', '500', '503'];
    const width = Math.max(...operations.map((o) => o.id.length));
    const cell = (id: string, statuses: readonly string[], column: string): string => {
      const own = statuses.filter((s) => (column === '2xx' ? s.startsWith('2') : s === column));
      if (own.length === 0) return ' ';
      return own.every((s) => this.has(id, s)) ? '+' : '-';
    };
    const rows = operations.map(
      ({ id, statuses }) =>
        `${id.padEnd(width)} ${columns.map((c) => cell(id, statuses, c).padStart(3)).join(' ')}`,
    );
    const head = `${'operation'.padEnd(width)} ${columns.join(' ')}`;
    const half = Math.ceil(rows.length / 2);
    const pairs = rows.slice(0, half).map((row, i) => `${row} | ${rows[i + half] ?? ''}`);
    return [`${head} | ${head}`, ...pairs].join('\n');
  }
}
