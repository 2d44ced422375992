import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sha256 } from './sha256.ts';

test('sha256: what Node computes, however the bytes are cut', () => {
  const chunks = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 });

  fc.assert(
    fc.property(chunks, (parts) => {
      const own = new Sha256();
      const node = createHash('sha256');
      for (const part of parts) {
        own.update(part);
        node.update(part);
      }
      expect(own.digest()).toBe(node.digest('hex'));
    }),
    { numRuns: 500 },
  );
});

test('sha256: every length around the edges of a block', () => {
  for (let length = 0; length <= 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, index) => index * 7);
    expect(new Sha256().update(bytes).digest()).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});
