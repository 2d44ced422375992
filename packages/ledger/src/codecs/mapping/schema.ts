import type { ReadOptions } from '../codec.ts';
import { isLineResource, mappableFields, sidesOf } from './targets.ts';

type Json = Readonly<Record<string, unknown>>;

const resources: readonly ReadOptions['resource'][] = [
  'ledger',
  'entries',
  'opening-balances',
  'accounts',
  'journals',
  'parties',
];

/** A scalar of YAML: every one is read as the text that stands there, so that `0351` stays what it is. */
const text: Json = { type: ['string', 'number', 'boolean'] };
const column: Json = { ...text, description: 'Name of a column, as the heading of the file writes it.' };
const columns: Json = { type: 'array', minItems: 1, items: column };
const texts: Json = { type: 'array', minItems: 1, items: text };
const words: Json = { type: 'object', minProperties: 1, additionalProperties: text };

const tables: Json = {
  type: 'object',
  description: 'Tables that fields look a text up in, by a name of your own.',
  additionalProperties: {
    type: 'object',
    additionalProperties: false,
    properties: {
      rows: { ...words, description: 'The table itself: text of the file, then what it stands for.' },
      file: { ...text, description: 'A CSV file; a path beside the mapping.' },
      key: { ...text, description: 'Column of that file that holds what is looked up.' },
      value: { ...text, description: 'Column of that file that holds what it stands for.' },
    },
  },
};

const file: Json = {
  type: 'object',
  description: 'How the file is written, where that is not to be told from it.',
  additionalProperties: false,
  properties: {
    delimiter: { ...text, description: 'Between columns: one character, or tab.' },
    encoding: { enum: ['utf-8', 'iso-8859-15', 'windows-1252', 'cp437', 'cp850'] },
    decimal: { enum: ['.', ','] },
    thousands: { enum: [',', "'", ' '], description: 'Between thousands, beside a decimal point.' },
    dateFormat: { enum: ['YMD', 'DMY', 'MDY'], description: 'Order of dates that are not ISO.' },
    sheet: { ...text, description: 'Of a workbook: the sheet to read.' },
  },
};

const sign: Json = {
  type: 'object',
  description: 'A column that says the side of the amount.',
  additionalProperties: false,
  required: ['column', 'debit', 'credit'],
  properties: { column, debit: texts, credit: texts },
};

/** Where the text of a field comes from; `isSigned` for amounts that carry their side in a sign. */
function sourceSchema(isSigned: boolean): Json {
  return {
    description: 'The name of a column, a list of columns that are joined, or what is done with them.',
    type: ['string', 'number', 'boolean', 'array', 'object'],
    minItems: 1,
    items: column,
    minProperties: 1,
    additionalProperties: false,
    properties: {
      column: { type: ['string', 'number', 'boolean', 'array'], minItems: 1, items: column },
      constant: { ...text, description: 'The same text on every line, instead of a column.' },
      join: { ...text, description: 'Between the texts of several columns; a space unless given.' },
      after: { ...text, description: 'Only what stands behind the first of these.' },
      before: { ...text, description: 'Only what stands in front of the first of these.' },
      values: { ...words, description: 'Text of the file, then what it stands for.' },
      table: { ...text, description: 'A table of "tables", instead of values.' },
      unlisted: {
        enum: ['refuse', 'keep', 'empty'],
        description: 'What becomes of a text that values or table do not list; refuse unless given.',
      },
      default: { ...text, description: 'For an empty text.' },
      ...(isSigned
        ? { positive: { enum: ['debit', 'credit'], description: 'Side of a positive amount.' }, sign }
        : {}),
    },
  };
}

/** Said once: a schema that repeats them for every field takes a second to compile. */
const plainSource: Json = { $ref: '#/$defs/source' };
const signedSource: Json = { $ref: '#/$defs/signedSource' };

function resourceSchema(resource: ReadOptions['resource']): Json {
  const fields = [...mappableFields(resource).keys()].map((name) => [
    name,
    sidesOf(name) === undefined ? plainSource : signedSource,
  ]);

  return {
    type: 'object',
    description: `How a file is imported as ${resource}.`,
    additionalProperties: false,
    required: ['fields'],
    properties: {
      file: { $ref: '#/$defs/file' },
      fields: {
        type: 'object',
        minProperties: 1,
        description: `Fields as "erp import template ${resource}" names them, and where each comes from.`,
        properties: Object.fromEntries(fields),
        ...(isLineResource(resource) ? { patternProperties: { '^(dim|extra):.': plainSource } } : {}),
        additionalProperties: false,
      },
      ignore: {
        description: 'Columns that are left out, or "others" for all that no field names.',
        type: ['string', 'array'],
        pattern: '^others$',
        items: column,
      },
      fillDown: {
        ...columns,
        description: 'A line on which all of these are empty takes them from the line above.',
      },
      leaveOut: {
        type: 'array',
        description: 'Lines to leave out: drafts, totals.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['column', 'is'],
          properties: { column, is: texts },
        },
      },
    },
  };
}

/** The form of a mapping file: JSON Schema 2020-12, for editors and for the check before a mapping is used. */
export function mappingSchema(): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Mapping of an import',
    description:
      'How the columns of foreign files become those of a ledger: erp import RESOURCE FILE --mapping',
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    $defs: { file, source: sourceSchema(false), signedSource: sourceSchema(true) },
    properties: { tables, ...Object.fromEntries(resources.map((name) => [name, resourceSchema(name)])) },
  };
}
