import type { Resource } from '../transfer/reading-options.ts';

/** A mapping as its file writes it, once the schema has passed it. */
export type MappingFile = { readonly tables?: Readonly<Record<string, TableSource>> } & {
  readonly [R in Resource]?: ResourceMapping;
};

export interface TableSource {
  readonly rows?: Readonly<Record<string, string>>;
  readonly file?: string;
  readonly key?: string;
  readonly value?: string;
}

export interface ResourceMapping {
  readonly file?: {
    readonly delimiter?: string;
    readonly encoding?: 'utf-8' | 'iso-8859-15' | 'windows-1252' | 'cp437' | 'cp850';
    readonly decimal?: '.' | ',';
    readonly thousands?: string;
    readonly dateFormat?: 'YMD' | 'DMY' | 'MDY';
    readonly sheet?: string;
  };
  readonly fields: Readonly<Record<string, WrittenSource>>;
  readonly ignore?: 'others' | readonly string[];
  readonly fillDown?: readonly string[];
  readonly leaveOut?: readonly { readonly column: string; readonly is: readonly string[] }[];
}

/** A column by its name, several of them, or what is done with them. */
export type WrittenSource = string | readonly string[] | SourceObject;

export interface SourceObject {
  readonly column?: string | readonly string[];
  readonly constant?: string;
  readonly join?: string;
  readonly after?: string;
  readonly before?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly table?: string;
  readonly unlisted?: 'refuse' | 'keep' | 'empty';
  readonly default?: string;
  readonly positive?: 'debit' | 'credit';
  readonly sign?: {
    readonly column: string;
    readonly debit: readonly string[];
    readonly credit: readonly string[];
  };
}
