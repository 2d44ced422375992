const plain = /^[!-~](?:[ -~]*[!-~])?$/;

/**
 * Text as it is stored: NFC, no white space at the edges; inner text is never altered. What is white space alone stays: the
 * contract refuses it where it is a text, and a delimiter may be a tab.
 */
export const tidyText = (text: string): string => {
  if (plain.test(text)) return text;
  return text.normalize('NFC').trim() || text;
};

/** The same for every text inside a body. Values are replaced in place: a body belongs to its request. */
export function tidy<T>(value: T): T {
  if (typeof value === 'string') return tidyText(value) as T;
  if (typeof value === 'object' && value !== null) {
    const at = value as Record<string, unknown>;
    for (const key of Object.keys(at)) {
      const inner = at[key];
      if (typeof inner === 'string' || typeof inner === 'object') at[key] = tidy(inner);
    }
  }
  return value;
}
