import { resolve } from 'node:path';
import type { components } from '@erp/openapi/types';
import type { Located, Step } from '../yaml-file/located.ts';
import type { Mistake } from '../yaml-file/mistakes.ts';

/** A list that is imported into the tenant once its file is applied. */
export interface ListFile {
  readonly file: string;
  readonly mapping?: string;
}

export interface OpeningFile extends ListFile {
  readonly year: string;
  /** The account that takes what the balances do not sum to zero by. */
  readonly difference?: string;
}

/** A key of the tenant, by its name. The secret is made by the server, and never stands here. */
export type DeclaredKey = Pick<components['schemas']['NewApiKey'], 'name' | 'scopes'>;

/** What a tenant's file says beside the tenant: done after it, by the imports and keys that there are without it too. */
export interface Beside {
  readonly parties?: ListFile;
  readonly openings?: readonly OpeningFile[];
  readonly apiKeys?: readonly DeclaredKey[];
}

const besideKeys = ['parties', 'openings', 'apiKeys'] as const satisfies readonly (keyof Beside)[];

/** What is sent as the tenant's file, and what is not. */
export function divided<Content extends object>(
  whole: Content & Beside,
): [Omit<Content, keyof Beside>, Beside] {
  const { parties, openings, apiKeys, ...content } = whole;
  return [
    content,
    {
      ...(parties === undefined ? {} : { parties }),
      ...(openings === undefined ? {} : { openings }),
      ...(apiKeys === undefined ? {} : { apiKeys }),
    },
  ];
}

export const hasBeside = (beside: Beside): boolean => besideKeys.some((key) => beside[key] !== undefined);

const path = (of: string) => ({
  type: 'string',
  minLength: 1,
  description: `${of}; its path is relative to this file.`,
});

const list = {
  file: path('What `erp import` reads: CSV, JSON lines or a workbook'),
  mapping: path('How its columns become those of the resource'),
};

/** The properties that a tenant's file has for them, as JSON Schema. */
export const besideProperties = {
  parties: {
    type: 'object',
    additionalProperties: false,
    required: ['file'],
    properties: list,
    description:
      'Customers, suppliers and others, imported after the tenant is made: new ones are created, others updated.',
  },
  openings: {
    type: 'array',
    maxItems: 200,
    description: 'Balances that fiscal years open with, imported once.',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['year', 'file'],
      properties: {
        year: { type: 'string', minLength: 1, maxLength: 20, description: 'Code of the year.' },
        ...list,
        difference: {
          $ref: '#/components/schemas/Code',
          description: 'The account that takes what the balances do not sum to zero by.',
        },
      },
    },
  },
  apiKeys: {
    type: 'array',
    maxItems: 100,
    description:
      'Keys by name, made where there is none. Their secrets go to the file of --secrets, and never stand here.',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'scopes'],
      properties: {
        name: { $ref: '#/components/schemas/Name' },
        scopes: { $ref: '#/components/schemas/Scopes' },
      },
    },
  },
};

/** What names something twice, and so could not be told apart. */
export function twiceBeside({ openings = [], apiKeys = [] }: Beside, file: Located): Mistake[] {
  const twice = (names: readonly string[], place: (at: number) => readonly Step[], what: string) =>
    names.flatMap((name, at) =>
      names.indexOf(name) === at ? [] : [file.mistakeAt(place(at), `${what} ${name} stands here twice`)],
    );
  return [
    ...twice(
      openings.map(({ year }) => year),
      (at) => ['openings', at, 'year'],
      'the opening of',
    ),
    ...twice(
      apiKeys.map(({ name }) => name),
      (at) => ['apiKeys', at, 'name'],
      'the key',
    ),
  ];
}

export type ImportedResource = 'parties' | 'opening-balances';

/** A file to be imported: what it holds, where it is, and where the tenant's file names it. */
export interface NamedFile extends ListFile {
  readonly resource: ImportedResource;
  readonly at: readonly Step[];
  readonly year?: string;
  readonly difference?: string;
}

/** The files that are to be imported, in the order in which that is done. Paths are whole. */
export function namedFiles({ parties, openings = [] }: Beside, folder: string): NamedFile[] {
  const whole = <File extends ListFile>({ file, mapping, ...more }: File) => ({
    ...more,
    file: resolve(folder, file),
    ...(mapping === undefined ? {} : { mapping: resolve(folder, mapping) }),
  });
  return [
    ...(parties ? [{ resource: 'parties' as const, at: ['parties', 'file'], ...whole(parties) }] : []),
    ...openings.map((opening, at) => ({
      ...{ resource: 'opening-balances' as const, at: ['openings', at, 'file'] },
      ...whole(opening),
    })),
  ];
}
