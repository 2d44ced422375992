import type { FieldSource } from './mapping.ts';

/** What the file does not tell; the proposal has the first of the choices. */
export interface Doubt {
  /** A field, or `dateFormat`. */
  readonly field: string;
  readonly message: string;
  readonly choices: readonly {
    readonly label: string;
    readonly source?: FieldSource;
    readonly order?: 'DMY' | 'MDY';
  }[];
}
