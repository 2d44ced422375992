import { grouped } from '../../output/table.ts';

export interface Written {
  readonly what: string;
  readonly format: string;
  /** Null: stdout. */
  readonly file: string | null;
  readonly size: number;
  readonly rows: number;
  readonly sha256: string | null;
  readonly notHeld: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** One line for people about a file that was written, and one about what it could not hold. */
export function writtenMessage({
  what,
  format,
  file,
  size,
  rows,
  sha256,
  notHeld,
  seconds,
}: Written): string {
  const parts = [`✔ ${grouped(String(rows))} ${what}`, sizeOf(size), `sha256 ${shortHash(sha256)}`];
  if (file !== null) parts.push(file);

  const lost = Object.entries(notHeld).filter(([, count]) => count > 0);
  const notice = lost.map(([field, count]) => `${field} ${grouped(String(count))}`).join(', ');
  return [
    `${parts.join(', ').padEnd(93)}   ${seconds.toFixed(1)} s`,
    ...(lost.length > 0 ? [`  What ${format} cannot hold was left out: ${notice}`] : []),
  ].join('\n');
}

/** `7.1 MB`. */
function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function shortHash(sha256: string | null): string {
  return sha256 === null ? '?' : `${sha256.slice(0, 4)}…${sha256.slice(-4)}`;
}
