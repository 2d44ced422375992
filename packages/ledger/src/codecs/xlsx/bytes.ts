/** Numbers one after the other, least byte first, each with its width in bytes. */
export function fields(...numbers: readonly (readonly [value: number, width: 1 | 2 | 4])[]): Uint8Array {
  const bytes: number[] = [];
  for (const [value, width] of numbers) {
    for (let byte = 0; byte < width; byte += 1) bytes.push((value >>> (8 * byte)) & 0xff);
  }
  return Uint8Array.from(bytes);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
