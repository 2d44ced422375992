import type { components } from '@erp/openapi/types';

export type ProblemCode = components['schemas']['ProblemCode'];
export type ProblemBody = components['schemas']['Problem'];
export type Fault = NonNullable<ProblemBody['errors']>[number];

/**
 * The one table of refusals: code -> status and title. What the request itself says wrong is 400, what the books refuse 422,
 * what the present state refuses 409.
 */
export const problems = {
  invalid_request: [400, 'The request is not as the contract says'],
  file_format: [400, 'The file is not of this format'],
  file_truncated: [400, 'The file ends too early'],
  column_unknown: [400, 'The file has a column that is not known'],
  amount_format: [400, 'Not an amount'],
  date_invalid: [400, 'Not a date'],
  digest_mismatch: [400, 'The content is not what its digest says'],
  tenant_mismatch: [403, 'Another tenant was expected'],
  unauthenticated: [401, 'No valid credential'],
  forbidden: [403, 'The credential lacks a scope'],
  not_found: [404, 'Not found'],
  timeout: [503, 'The request took too long'],
  conflict: [409, 'In conflict with the present state'],
  period_not_open: [409, 'The period is not open'],
  area_closed: [409, 'The period is closed for this area'],
  opening_exists: [409, 'The year has an opening already'],
  number_taken: [409, 'The number is taken'],
  duplicate_external_id: [409, 'The external id is taken'],
  already_imported: [409, 'This file was imported already'],
  already_reversed: [409, 'The entry is reversed already'],
  line_settled: [409, 'A line is settled'],
  code_in_use: [409, 'The code is in use'],
  field_fixed: [409, 'The field is fixed once it was used'],
  interpretation_changed: [409, 'The ledger moved since the file was validated'],
  part_conflict: [409, 'Another part stands under this number'],
  version_conflict: [412, 'Changed by somebody else meanwhile'],
  body_too_large: [413, 'The body is too large'],
  unbalanced: [422, 'Debit and credit differ'],
  unbalanced_rounding: [422, 'Debit and credit differ by rounding'],
  amount_decimals: [422, 'More decimals than the currency has'],
  amount_both_sides: [422, 'Debit and credit on one line'],
  amount_negative: [422, 'A negative amount without storno'],
  currency_unknown: [422, 'Unknown currency'],
  currency_amount_missing: [422, 'The amount in currency is missing'],
  rate_missing: [422, 'No exchange rate'],
  account_unknown: [422, 'Unknown account'],
  account_not_postable: [422, 'The account takes no lines'],
  account_inactive: [422, 'The account is not active'],
  account_currency: [422, 'The account is kept in another currency'],
  party_unknown: [422, 'Unknown party'],
  party_required: [422, 'The party policy of the account is not met'],
  dimension_unknown: [422, 'Unknown dimension or value'],
  dimension_required: [422, 'The dimension policy of the account is not met'],
  year_unknown: [422, 'No fiscal year covers the date'],
  date_outside_period: [422, 'The date is outside the period'],
  opening_unbalanced: [422, 'The opening does not sum to zero'],
  role_account_missing: [422, 'No account has this role'],
  tax_key_unmapped: [422, 'A tax key has no mapping'],
  export_incomplete: [422, 'The export would be incomplete'],
  entry_too_large: [422, 'The entry has too many lines'],
  idempotency_conflict: [422, 'The idempotency key belongs to another request'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'Our fault'],
  unavailable: [503, 'A part behind the server is not available'],
  schema_outdated: [503, 'The database schema is older than the server'],
} as const satisfies Record<ProblemCode, readonly [number, string]>;

/** A refusal with a public face. Anything else that is thrown becomes `internal`, its cause in the log only. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly errors: readonly Fault[];
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, detail: string, errors: readonly Fault[] = [], retryAfter?: number) {
    super(detail);
    this.code = code;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }

  get status(): number {
    return problems[this.code][0];
  }

  toBody(requestId: string): ProblemBody {
    return {
      type: `urn:erp:problem:${this.code}`,
      title: problems[this.code][1],
      status: this.status,
      detail: this.message,
      code: this.code,
      requestId,
      ...(this.errors.length > 0 ? { errors: [...this.errors] } : {}),
    };
  }
}

/** The refusal of a single field of the body. */
export const fieldProblem = (code: ProblemCode, pointer: string, message: string): Problem =>
  new Problem(code, message, [{ in: 'body', pointer, code, message }]);

export const notFound = (what: string, name: string): Problem =>
  new Problem('not_found', `There is no ${what} ${name} here`);

export const suspended = (slug: string): Problem =>
  new Problem(
    'conflict',
    `${slug} is suspended: it can be read and exported, and nothing in it changes until it is resumed`,
  );
