import { EXIT } from './exits.ts';

/** One fault inside of a refused input, as in problem+json. */
export interface Fault {
  readonly in?: string;
  readonly pointer?: string;
  readonly code: string;
  readonly message: string;
}

/** What to do next: `Start one here:  npx erp-server`. */
export interface Action {
  readonly label: string;
  readonly command: string;
}

export interface FailureDetails {
  readonly code: string;
  readonly exit?: number;
  /** The message for people, where it differs from the one for programs. */
  readonly headline?: string;
  /** Where and why, a line each. */
  readonly lines?: readonly string[];
  readonly actions?: readonly Action[];
  /** What to do next in one line, for programs; without it, the first action. */
  readonly hint?: string;
  readonly requestId?: string | null;
  readonly errors?: readonly Fault[];
  /** `errors` as people read them, where a line of a file says more than a pointer. */
  readonly said?: readonly string[];
  /** Further keys of the document: `rejectsFile`. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Stdout holds the beginning of a file: the failure is said on stderr alone. */
  readonly stdoutTaken?: boolean;
  readonly cause?: unknown;
}

/**
 * Why a command ended without doing what was asked: what failed, where and why, what to run next. Everything that `erp`
 * refuses by itself is one of these; replies of the server are turned into one by `output/server-failure.ts`.
 */
export class Failure extends Error {
  readonly code: string;
  readonly exit: number;
  readonly headline: string;
  readonly lines: readonly string[];
  readonly actions: readonly Action[];
  readonly hint: string | null;
  readonly requestId: string | null;
  readonly errors: readonly Fault[];
  /** As they were given, for a failure that says more. */
  readonly details: FailureDetails;

  constructor(message: string, details: FailureDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'Failure';
    this.code = details.code;
    this.exit = details.exit ?? EXIT.failed;
    this.headline = details.headline ?? message;
    this.lines = details.lines ?? [];
    this.actions = details.actions ?? [];
    this.hint = details.hint ?? this.actions[0]?.command ?? null;
    this.requestId = details.requestId ?? null;
    this.errors = details.errors ?? [];
    this.details = details;
  }
}

/** The command line itself is wrong; nothing was sent. Exit code 2. `remedy` is a command line that would be right. */
export class UsageError extends Failure {
  constructor(message: string, remedy: string | null = null, lines: readonly string[] = []) {
    super(message, {
      code: 'usage',
      exit: EXIT.usage,
      lines,
      actions: remedy === null ? [] : [{ label: 'Try', command: remedy }],
    });
    this.name = 'UsageError';
  }
}
