const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;

/** Wraps `text` for a terminal when `enabled`; otherwise the text as it is. */
export function paint(enabled: boolean, style: keyof typeof CODES, text: string): string {
  if (!enabled) return text;

  const [on, off] = CODES[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}
