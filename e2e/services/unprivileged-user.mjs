import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';

/** PostgreSQL and PgBouncer refuse to run as root: then they run as `postgres`, the user that Debian's package made. */
export function unprivilegedUser() {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const idOf = (/** @type {string} */ flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Gives a folder to that user. */
export function handOver(
  /** @type {string} */ folder,
  /** @type {{ uid?: number, gid?: number }} */ { uid, gid },
) {
  if (uid !== undefined && gid !== undefined) {
    chownSync(folder, uid, gid);
  }
}
