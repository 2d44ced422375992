/** What hashes a stream; that of `createHash('sha256')` of Node fits. */
export interface Hasher {
  update(chunk: Uint8Array): unknown;
  digest(encoding: 'hex'): string;
  /** Goes on by itself: what is hashed so far can be told without ending it. */
  copy(): Hasher;
}

/** First 32 bits of the fractional part of the root of each prime: how FIPS 180-4 defines its constants. */
function primeRoots(count: number, root: (prime: number) => number): Int32Array {
  const words = new Int32Array(count);
  const primes: number[] = [];

  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.some((prime) => candidate % prime === 0)) continue;
    words[primes.length] = Math.floor((root(candidate) % 1) * 2 ** 32) | 0;
    primes.push(candidate);
  }
  return words;
}

const constants = primeRoots(64, Math.cbrt);
const start = primeRoots(8, Math.sqrt);

/**
 * SHA-256 (FIPS 180-4) of a stream. WebCrypto hashes whole buffers only, and an export may be larger than memory; where the
 * platform has a streaming hash, callers pass that one instead. Words are signed: engines keep these out of the heap.
 */
export class Sha256 implements Hasher {
  #state = start.slice();
  readonly #schedule = new Int32Array(64);
  #block = new Uint8Array(64);
  #held = 0;
  #total = 0;

  update(chunk: Uint8Array): this {
    this.#total += chunk.length;
    let offset = 0;

    if (this.#held > 0) {
      offset = Math.min(64 - this.#held, chunk.length);
      this.#block.set(chunk.subarray(0, offset), this.#held);
      this.#held += offset;
      if (this.#held < 64) return this;
      this.#compress(this.#block, 0);
      this.#held = 0;
    }

    for (; offset + 64 <= chunk.length; offset += 64) this.#compress(chunk, offset);

    this.#block.set(chunk.subarray(offset));
    this.#held = chunk.length - offset;
    return this;
  }

  copy(): Sha256 {
    const other = new Sha256();
    other.#state = this.#state.slice();
    other.#block = this.#block.slice();
    other.#held = this.#held;
    other.#total = this.#total;
    return other;
  }

  /** Ends the hash; call it once. */
  digest(_encoding: 'hex' = 'hex'): string {
    const bits = this.#total * 8;
    const padding = new Uint8Array(this.#held < 56 ? 64 - this.#held : 128 - this.#held);
    padding[0] = 0x80;

    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(padding.length - 4, bits >>> 0);
    this.update(padding);

    return Array.from(this.#state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  #compress(bytes: Uint8Array, offset: number): void {
    const w = this.#schedule;
    for (let i = 0; i < 16; i += 1) {
      const at = offset + i * 4;
      w[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
    }
    for (let i = 16; i < 64; i += 1) {
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
    }

    const state = this.#state;
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    let e = state[4]!;
    let f = state[5]!;
    let g = state[6]!;
    let h = state[7]!;

    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const choice = (e & f) ^ (~e & g);
      const t1 = (h + s1 + choice + constants[i]! + w[i]!) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const majority = (a & b) ^ (a & c) ^ (b & c);
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + s0 + majority) | 0;
    }

    state[0] = state[0]! + a;
    state[1] = state[1]! + b;
    state[2] = state[2]! + c;
    state[3] = state[3]! + d;
    state[4] = state[4]! + e;
    state[5] = state[5]! + f;
    state[6] = state[6]! + g;
    state[7] = state[7]! + h;
  }
}
