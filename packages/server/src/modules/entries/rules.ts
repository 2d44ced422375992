import {
  type AmountContext,
  checkBalance,
  fromMinor,
  isAmountFault,
  type LineAmounts,
  lineAmounts,
  roundingLine,
  spreadRounding,
} from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import type { TenantInfo } from '../../http/context.ts';
import { exponentOf } from '../../kernel/currencies.ts';
import { type Fault, Problem, type ProblemCode } from '../../kernel/problem.ts';

export type NewEntry = components['schemas']['NewEntry'];
type NewLine = components['schemas']['NewLine'];

/** A line ready to post: amounts in minor units, everything else as given. */
export type PostingLine = LineAmounts & Omit<NewLine, keyof LineAmounts>;

/** What `rounding` did to an entry, for the reply. */
export interface Rounded {
  rounding: 'line' | 'largest';
  difference: string;
  position: number;
}

export interface Amounts {
  lines: PostingLine[];
  total: bigint;
  rounded?: Rounded;
}

/** How the amounts of a tenant are read: its base currency, and which currencies it knows. */
export function amountContext(tenant: TenantInfo, storno: boolean): AmountContext {
  return {
    base: tenant.baseCurrency,
    storno,
    exponent: (code) => exponentOf(tenant.currencies, code),
  };
}

/** Lines with their amounts worked out and the entry in balance, or a Problem with every fault of every line. */
export function workOut(entry: NewEntry, tenant: TenantInfo): Amounts {
  const context = amountContext(tenant, entry.storno ?? false);
  const faults: Fault[] = [];
  const lines: PostingLine[] = [];
  entry.lines.forEach((line, i) => {
    const amounts = lineAmounts(line, context);
    if (isAmountFault(amounts)) {
      const { field, message } = amounts;
      const code = amounts.code as ProblemCode;
      faults.push({ in: 'body', pointer: `/lines/${i}/${field}`, code, message });
      return;
    }
    lines.push({ ...line, ...amounts });
  });

  const [first] = faults;
  if (first) throw new Problem(first.code as ProblemCode, `line ${lineOf(first)}: ${first.message}`, faults);
  return balance(entry, lines, tenant, context);
}

const lineOf = (fault: Fault): number => Number(fault.pointer.split('/')[2]) + 1;

function balance(entry: NewEntry, lines: PostingLine[], tenant: TenantInfo, context: AmountContext): Amounts {
  const imbalance = checkBalance(lines, context);
  if (!imbalance) return { lines, total: totalOf(lines) };

  if (imbalance.code === 'unbalanced_rounding' && entry.rounding === 'line') {
    return withRoundingLine(lines, tenant, context, imbalance.difference);
  }
  if (imbalance.code === 'unbalanced_rounding' && entry.rounding === 'largest') {
    return withRoundingSpread(lines, context, imbalance);
  }
  throw unbalanced(imbalance);
}

const unbalanced = ({
  code,
  message,
}: {
  code: 'unbalanced' | 'unbalanced_rounding';
  message: string;
}): Problem => new Problem(code, message, [{ in: 'body', pointer: '/lines', code, message }]);

const totalOf = (lines: readonly LineAmounts[]): bigint => lines.reduce((sum, line) => sum + line.debit, 0n);

/** The difference as a line of its own, on the account of the role `rounding`. */
function withRoundingLine(
  lines: PostingLine[],
  tenant: TenantInfo,
  context: AmountContext,
  difference: bigint,
): Amounts {
  const account = tenant.accountRoles['rounding'];
  if (typeof account !== 'string') {
    throw new Problem(
      'role_account_missing',
      'The tenant has no account of the role `rounding`: set accountRoles.rounding',
      [
        {
          in: 'body',
          pointer: '/rounding',
          code: 'role_account_missing',
          message: 'no account of this role',
        },
      ],
    );
  }
  const all = [...lines, { account, description: 'Rounding', ...roundingLine(lines, context) }];
  return { lines: all, total: totalOf(all), rounded: rounded('line', difference, all.length, context) };
}

/** The difference on the lines that rounding took most from; the first of them is named in the reply. */
function withRoundingSpread(
  lines: PostingLine[],
  context: AmountContext,
  imbalance: { code: 'unbalanced_rounding' | 'unbalanced'; difference: bigint; message: string },
): Amounts {
  const spread = spreadRounding(lines, context);
  if (!spread) throw unbalanced(imbalance);
  const all = lines.map((line, i) => ({ ...line, ...spread.lines[i] }));
  const position = (spread.moved[0]?.index ?? 0) + 1;
  return {
    lines: all,
    total: totalOf(all),
    rounded: rounded('largest', imbalance.difference, position, context),
  };
}

const rounded = (
  rounding: Rounded['rounding'],
  difference: bigint,
  position: number,
  context: AmountContext,
): Rounded => ({
  rounding,
  difference: fromMinor(difference, context.exponent(context.base) ?? 2),
  position,
});
