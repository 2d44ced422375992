import type { Channel } from '../channel.ts';
import type { Failure } from '../failure.ts';
import { paint } from './colour.ts';
import { textWidth } from './text-width.ts';
import { toYaml } from './yaml.ts';

/** The document of a failure, the same in every structured format. */
export interface FailureDocument {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly requestId: string | null;
    readonly hint: string | null;
    readonly errors: Failure['errors'];
    /** What one kind of failure adds: `rejectsFile`. */
    readonly [key: string]: unknown;
  };
}

const DOCUMENTS: readonly Channel['format'][] = ['json', 'jsonl', 'yaml'];

/**
 * Says why a command failed: on stdout as the one document of a structured format, on stderr for people. Where both are
 * the same screen, the document is enough. Written at once, as the process may be about to end.
 */
export function printFailure(failure: Failure, channel: Channel): void {
  const document = documentOf(failure);
  const isSaid = !failure.details.stdoutTaken && DOCUMENTS.includes(channel.format);

  if (isSaid && channel.format === 'json') process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  if (isSaid && channel.format === 'jsonl') process.stdout.write(`${JSON.stringify(document)}\n`);
  if (isSaid && channel.format === 'yaml') process.stdout.write(toYaml(document));

  const isOneScreen = process.stdout.isTTY === true && process.stderr.isTTY === true;
  if (!(isSaid && isOneScreen)) process.stderr.write(`${describe(failure, channel)}\n`);

  if (channel.debug) process.stderr.write(`${stackOf(failure)}\n`);
}

export function documentOf(failure: Failure): FailureDocument {
  const { code, message, requestId, hint, errors } = failure;
  return { error: { code, message, requestId, hint, errors, ...failure.details.extra } };
}

function describe(failure: Failure, channel: Channel): string {
  return [
    `${paint(channel.colour.stderr, 'red', 'error:')} ${failure.headline}`,
    ...faultLines(failure),
    ...failure.lines.map((line) => `  ${line}`),
    ...actionLines(failure),
    ...(failure.requestId ? [`  code ${failure.code} · request ${failure.requestId}`] : []),
  ].join('\n');
}

/** Each fault with its place and code. Of a single one the headline mostly says the sentence; it is not said again. */
function faultLines({ errors, details, headline, code }: Failure): string[] {
  if (details.said) return details.said.map((line) => `  ${line}`);

  const [only] = errors;
  if (only && errors.length === 1 && headline.includes(only.message)) {
    const place = only.pointer && !headline.includes(`${only.pointer}:`) ? only.pointer : '';
    return [place, only.code === code ? '' : only.code].filter(Boolean).map((text) => `  ${text}`);
  }

  return errors.map((fault) => `  ${[fault.pointer, fault.code, fault.message].filter(Boolean).join('  ')}`);
}

function actionLines({ actions }: Failure): string[] {
  const widest = Math.max(0, ...actions.map(({ label }) => textWidth(label)));
  return actions.map(({ label, command }) => `  ${`${label}:`.padEnd(widest + 3)}${command}`);
}

/** The stack of the first cause, which is where it happened. */
function stackOf(failure: Failure): string {
  let innermost: Error = failure;
  while (innermost.cause instanceof Error) innermost = innermost.cause;

  return innermost.stack ?? String(innermost);
}
