const encoder = new TextEncoder();
const chunkLength = 65_536;

/** Gathers pieces of text into chunks of about 64 KB of UTF-8, so that a file is written in few large pieces. */
export class TextOutput {
  #text = '';

  add(piece: string): void {
    this.#text += piece;
  }

  /** The bytes gathered, when they are enough for a chunk. */
  full(): Uint8Array | undefined {
    return this.#text.length >= chunkLength ? this.take() : undefined;
  }

  take(): Uint8Array {
    const bytes = encoder.encode(this.#text);
    this.#text = '';
    return bytes;
  }

  get empty(): boolean {
    return this.#text === '';
  }
}
