import { isDate, type Row, rowSchemas } from '@erp/ledger';
import document from '@erp/openapi/document' with { type: 'json' };
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { stepsOf } from '../json-pointer.ts';

/** What the contract finds wrong with a row, by the field of the row. */
export interface SchemaFault {
  /** `debit`, `dimensions/project`; empty for the row as a whole. */
  readonly field: string;
  readonly value: string;
  readonly code: string;
  readonly message: string;
}

/** Checks rows by the schemas that the server checks them by. */
export class RowSchemas {
  readonly #ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true, logger: false });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor() {
    this.#ajv.addFormat('date', isDate);
    this.#ajv.addSchema(document, 'erp');
  }

  faultsOf(row: Row): SchemaFault[] {
    const check = this.#compiled.get(row.record) ?? this.#compile(row.record);
    if (check(row)) return [];

    const faults = new Map<string, SchemaFault>();
    for (const error of check.errors ?? []) {
      const fault = faultOf(error);
      if (!faults.has(fault.field)) faults.set(fault.field, fault);
    }
    return [...faults.values()];
  }

  #compile(record: Row['record']): ValidateFunction {
    const check = this.#ajv.compile({ $ref: `erp#/components/schemas/${rowSchemas[record]}` });
    this.#compiled.set(record, check);
    return check;
  }
}

function faultOf(error: ErrorObject): SchemaFault {
  const { keyword, params, data, instancePath, schema } = error;
  const surplus = (params['additionalProperty'] ?? params['missingProperty']) as string | undefined;
  const field = [...stepsOf(instancePath), ...(surplus === undefined ? [] : [surplus])].join('/');

  const text = surplus === undefined && typeof data !== 'object' ? String(data) : '';
  const isAmount = keyword === 'pattern' && String(schema).startsWith('^-?(0|[1-9]');
  const code = keyword === 'format' ? 'date_invalid' : isAmount ? 'amount_format' : 'invalid_request';
  return { field, value: text.slice(0, 255), code, message: messageOf(error, surplus, text) };
}

function messageOf({ keyword, params, message }: ErrorObject, surplus = '', text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  switch (keyword) {
    case 'additionalProperties':
      return `unknown field "${surplus}"`;
    case 'required':
      return `${surplus} is missing`;
    case 'enum':
      return `"${shown}" is none of ${(params['allowedValues'] as unknown[]).join(', ')}`;
    case 'maxLength':
      return `${[...text].length} characters, at most ${params['limit']} are allowed`;
    case 'minLength':
      return 'must not be empty';
    case 'pattern':
      return `"${shown}" is not of the form ${params['pattern']}`;
    case 'format':
      return `"${shown}" is no ${params['format']}`;
    default:
      return message ?? keyword;
  }
}
