import type { ErpConnectionError, ErpError } from '@erp/sdk';
import { EXIT, exitOfStatus } from '../exits.ts';
import { type Action, Failure } from '../failure.ts';
import { DEFAULT_ORIGIN, type Settings } from '../settings.ts';

/** Any error as a failure: what the server refused, what kept us from reaching it, or a defect of `erp` itself. */
export function failureOf(error: unknown, settings?: Settings): Failure {
  if (error instanceof Failure) return error;
  if (isErpError(error)) return refusal(error, settings);
  if (isConnectionError(error)) {
    return error.code === 'timeout' ? tooLate(error, settings) : notReached(error, settings);
  }

  const causes = causesOf(error);
  if (causes.some(({ name }) => name === 'ExitPromptError')) {
    return new Failure('interrupted', { code: 'interrupted', exit: EXIT.interrupted, cause: error });
  }

  const file = causes.find(({ code }) => code !== undefined && code in FILE_FAULTS);
  if (file) return fileFailure(file, error);

  return new Failure(`erp failed: ${causes.at(-1)?.message ?? String(error)}`, {
    code: 'internal',
    cause: error,
    actions: [{ label: 'Say where it happened', command: 'the same command with --debug' }],
  });
}

const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the name server does not answer',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no network',
  ETIMEDOUT: 'no answer',
  UND_ERR_CONNECT_TIMEOUT: 'no answer',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is self-signed',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS; try http:// instead of https://',
};

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read or written',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
};

interface Cause {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly path?: string;
}

/** The error, its causes, and the single faults of an AggregateError (one per address that was tried), outermost first. */
function causesOf(error: unknown): Cause[] {
  const found: Cause[] = [];
  const open: unknown[] = [error];

  while (open.length > 0 && found.length < 20) {
    const next = open.shift();
    if (!(next instanceof Error)) continue;

    found.push(next as Cause);
    if (next instanceof AggregateError) open.push(...(next.errors as unknown[]));
    open.push(next.cause);
  }

  return found;
}

/** Why there was no connection, in words that say what to look at. */
function reasonOf(error: unknown): string {
  const causes = causesOf(error);
  const known = causes.map(({ code }) => NETWORK[code ?? '']).find((reason) => reason !== undefined);

  return known ?? causes.at(-1)?.message ?? String(error);
}

// By name, so that a mistake on the command line does not load the SDK.
export function isErpError(error: unknown): error is ErpError {
  return error instanceof Error && error.name === 'ErpError';
}

function isConnectionError(error: unknown): error is ErpConnectionError {
  return error instanceof Error && error.name === 'ErpConnectionError';
}

function refusal(error: ErpError, settings: Settings | undefined): Failure {
  return new Failure(error.message, {
    code: error.code,
    exit: exitOfStatus(error.status, error.code),
    lines: reasons(error, settings),
    actions: remedies(error, settings),
    requestId: error.requestId ?? null,
    errors: error.errors ?? [],
    cause: error,
  });
}

function reasons(error: ErpError, settings: Settings | undefined): string[] {
  if (error.status !== 401 || !settings) return [];

  return settings.credential
    ? [`The key comes from ${settings.credential.origin}.`]
    : [`No key was given for ${settings.server.value}.`];
}

/** What usually helps, by problem code. The server's own message says what is wrong; this says what to type. */
function remedies(error: ErpError, settings: Settings | undefined): Action[] {
  switch (error.code) {
    case 'unauthenticated':
      return [
        { label: 'Sign in', command: `erp login --url ${settings?.server.value ?? '…'}` },
        { label: 'Or give a key', command: '--api-key-file FILE, or ERP_API_KEY' },
      ];
    case 'forbidden':
      return [{ label: 'See what the key may do', command: 'erp whoami' }];
    case 'tenant_mismatch':
      return [{ label: 'See whose key it is', command: 'erp whoami' }];
    case 'not_found':
      return /tenant/i.test(error.message)
        ? [{ label: 'See which tenants there are', command: 'erp tenant list' }]
        : [];
    case 'period_not_open':
    case 'area_closed':
      return [
        { label: 'Post it with another date', command: 'erp entry post … --date YYYY-MM-DD' },
        { label: 'Or reopen, which is recorded', command: 'erp period reopen YEAR/NUMBER --reason "…"' },
      ];
    case 'year_unknown':
      return [{ label: 'Open the year', command: 'erp year open --start YYYY-MM-DD --end YYYY-MM-DD' }];
    case 'account_unknown':
    case 'account_inactive':
    case 'account_not_postable':
      return [{ label: 'See the accounts', command: 'erp account list' }];
    case 'party_unknown':
      return [{ label: 'See the parties', command: 'erp party list' }];
    case 'version_conflict':
      return [{ label: 'Look at what changed', command: 'erp audit list' }];
    case 'rate_limited':
    case 'timeout':
      return [{ label: 'Wait a little, then try again', command: 'the same command' }];
    case 'schema_outdated':
    case 'unavailable':
      return [{ label: 'See which part is missing', command: 'erp doctor' }];
    default:
      return error.status >= 500 ? [{ label: 'See how the server is', command: 'erp doctor' }] : [];
  }
}

function tooLate(error: unknown, settings: Settings | undefined): Failure {
  const limit = settings?.timeoutSeconds;
  return new Failure(
    `no answer from ${settings?.server.value ?? 'the server'}${limit ? ` within ${limit} s` : ' in time'}`,
    {
      code: 'timeout',
      exit: EXIT.busy,
      cause: error,
      lines: ['What was sent may still be done; sending it again does it once.'],
      actions: [{ label: 'Wait longer', command: `--timeout ${Math.ceil((limit ?? 30) * 4)}` }],
    },
  );
}

function notReached(error: unknown, settings: Settings | undefined): Failure {
  const { value, origin } = settings?.server ?? { value: 'the server', origin: DEFAULT_ORIGIN };

  return new Failure(`cannot reach ${value} (${reasonOf(error)})`, {
    code: 'unreachable',
    cause: error,
    lines: [
      origin === DEFAULT_ORIGIN ? 'That is the default address.' : `That address comes from ${origin}.`,
    ],
    actions: [
      { label: 'Start one here', command: 'npx erp-server' },
      { label: 'Use another', command: 'erp --url https://erp.example.com … or erp login' },
    ],
  });
}

function fileFailure({ code, path, message }: Cause, error: unknown): Failure {
  return new Failure(path ? `${path}: ${FILE_FAULTS[code ?? '']}` : message, { code: 'file', cause: error });
}
