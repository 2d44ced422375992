/** Columns that a rejects file adds to those of its source; every format drops them, so that the file loads as it is. */
export const rejectColumns: readonly string[] = ['_row', '_field', '_code', '_message'];
