import type { Step } from '../yaml-file/located.ts';

const telling = /secret|passw|token|private.?key|api.?key/i;
const ours = /\berp_[A-Za-z0-9_-]{20,}/;
const pem = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** Places of a file that hold a secret, which has no place in git: by the name of the field, or by what stands there. */
export function* secretsIn(value: unknown, path: readonly Step[] = []): Generator<readonly Step[]> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* secretsIn(item, [...path, i]);
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      if (typeof part === 'string' && telling.test(key)) yield [...path, key];
      else yield* secretsIn(part, [...path, key]);
    }
    return;
  }
  if (ours.test(String(value)) || pem.test(String(value))) yield path;
}
