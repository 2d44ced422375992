/** The `Content-Digest` of a body (RFC 9530): `sha-256=:<base64>:`. */
export async function digestHeader(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha-256=:${btoa(String.fromCharCode(...hash))}:`;
}
