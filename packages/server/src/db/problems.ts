import { Problem, type ProblemCode } from '../kernel/problem.ts';

/** What a driver error tells: SQLSTATE, constraint, and the network's own codes. */
interface DatabaseError extends Error {
  code?: string;
  constraint?: string;
}

/** Unique constraint, without the suffix a shard adds -> refusal. A constraint's name is no message. */
const unique: Record<string, [ProblemCode, string]> = {
  entries_number_key: ['number_taken', 'That number is taken in its series and year'],
  entries_external_id_key: ['duplicate_external_id', 'An entry with this externalId is posted already'],
  entries_reversal_of_key: ['already_reversed', 'The entry is reversed already'],
  tenants_slug_key: ['conflict', 'A tenant with this slug exists'],
  party_roles_subledger_key: ['conflict', 'Another party has this subledgerCode in the same role'],
};

/** The database went, is not there yet, or takes no more connections; 08P01 is how PgBouncer says each of them. */
const awayCodes = new Set([
  ...['57P01', '57P02', '57P03', '08P01', '08006', '08003', '08001', '53300'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
]);

/** As the driver words it where it has no code: the statement under way when a connection was lost, the next, a new one. */
const awayMessages = [
  'Connection terminated',
  'Client has encountered a connection error',
  'timeout exceeded when trying to connect',
];

/** Whether the database could not be reached, whatever it was asked for. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    awayCodes.has((error as DatabaseError).code ?? '') ||
    awayMessages.some((message) => error.message.startsWith(message))
  );
}

/** The refusal a database error stands for; undefined when it is a fault of ours. */
export function problemOfDatabase(error: Error): Problem | undefined {
  const { code, constraint } = error as DatabaseError;
  switch (code) {
    case '23505':
      return duplicate((constraint ?? '').replace(/_\d+$/, ''));
    case '55P03':
    case '57014':
      return new Problem('unavailable', 'The rows are held by longer work: try again in a moment', [], 2);
    case '40001':
    case '40P01':
      return new Problem('conflict', 'Another request changed the same rows at the same time: try again');
    default:
      return isDatabaseAway(error)
        ? new Problem('unavailable', 'The database is not available: try again in a moment', [], 2)
        : undefined;
  }
}

function duplicate(constraint: string): Problem | undefined {
  const known = unique[constraint];
  if (known) return new Problem(known[0], known[1]);
  if (constraint.endsWith('_external_id_key')) {
    return new Problem('duplicate_external_id', 'Another one has this externalId', [
      { in: 'body', pointer: '/externalId', code: 'duplicate_external_id', message: 'is taken' },
    ]);
  }
  if (constraint.endsWith('_code_key')) {
    return new Problem('conflict', 'Another one has this code', [
      { in: 'body', pointer: '/code', code: 'conflict', message: 'is taken' },
    ]);
  }
  return undefined;
}
