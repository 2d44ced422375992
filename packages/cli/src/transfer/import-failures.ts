import { relative } from 'node:path';
import type { Schemas } from '@erp/sdk';
import { EXIT } from '../exits.ts';
import { type Action, Failure } from '../failure.ts';
import { failureOf } from '../output/server-failure.ts';
import { grouped } from '../output/table.ts';
import { printable, textWidth, truncate } from '../output/text-width.ts';
import type { ImportJob } from './import-job.ts';
import { nextCommand } from './next-command.ts';
import { shellWord } from './reading-options.ts';
import type { RowReject } from './reject-index.ts';
import type { RejectReport } from './rejects-file.ts';

type Import = Schemas['Import'];

/** So many faults are shown to people at once. */
const SHOWN = 10;

/** Rejected rows, so nothing was written: the first of them, where all are, and what to run next. */
export function rejectedFailure(job: ImportJob, session: Import, report: RejectReport): Failure {
  const { note, source } = job;
  const { count, first, file } = report;
  const headline = `${source.name}: ${number(count)} of ${number(report.lines)} lines cannot be right, so nothing was written`;
  const hidden = count - Math.min(first.length, SHOWN);

  return new Failure(headline, {
    code: first[0]?.code ?? 'file_format',
    errors: first,
    said: [...faultLines(first.slice(0, SHOWN)), ...(hidden > 0 ? [`… ${number(hidden)} more`] : [])],
    lines: file === null ? [] : [`All ${number(count)} with reasons, in your columns: ${file}`],
    actions: [
      { label: 'Write the rest now', command: skipCommand(job, session) },
      ...(file === null ? [] : [{ label: 'Or fix and load', command: fixedCommand(job, session, file) }]),
    ],
    extra: { rejectsFile: file, importId: note.id },
  });
}

/** `line 1,204  debit  "1.234,50"  not a decimal: …`, in columns. */
function faultLines(faults: readonly RowReject[]): string[] {
  const cells = faults.map(({ row, entry, field, value, message, code }) => {
    const isOfEntry = field === null || field === '';
    const shown = isOfEntry ? entry : value;

    return [
      row === null ? '' : `line ${number(row)}`,
      isOfEntry ? (entry === null ? '' : 'entry') : printable(field),
      shown === null || shown === '' ? '' : `"${truncate(printable(shown), 30)}"`,
      printable(withoutValue(message === '' ? code : message, shown)),
    ];
  });

  const widths = [0, 1, 2].map((at) => Math.max(...cells.map((line) => textWidth(line[at] ?? ''))));
  return cells.map((line) =>
    line
      .map((text, at) => text + ' '.repeat(Math.max(0, (widths[at] ?? 0) - textWidth(text))))
      .join('  ')
      .trimEnd(),
  );
}

/** The message without the value that stands beside it already: `"1.234,50" is not a decimal` -> `not a decimal`. */
function withoutValue(message: string, value: string | null): string {
  const start = `"${value}" is `;
  return value !== null && message.startsWith(start) ? message.slice(start.length) : message;
}

type Flag = readonly [flag: string, value: string | null | undefined];

/** The command that was typed, as far as it says how a file is read and what becomes of it. */
function commandLine(
  { note, context }: ImportJob,
  session: Import,
  path: string,
  more: readonly Flag[],
): string {
  const { delimiter, encoding, decimal, dateFormat, sheet, fiscalYear, openingJournal, numbers } = note.flags;
  const { create, as, amountsIn, openingDifference, strict, year } = session.options;
  const flags: readonly Flag[] = [
    ['--mapping', note.mapping && shownPath(note.mapping.file)],
    ['--delimiter', delimiter],
    ['--encoding', encoding],
    ['--decimal', decimal],
    ['--date-format', dateFormat],
    ['--sheet', sheet],
    ['--fiscal-year', fiscalYear],
    ['--opening-journal', openingJournal],
    ['--opening-difference', openingDifference],
    ['--numbers', numbers],
    ['--mode', session.mode === 'create' ? null : session.mode],
    ['--create', create?.join(',')],
    ['--as', as],
    ['--amounts-in', amountsIn],
    ['--year', year],
    ...more,
  ];

  const words = flags.flatMap(([flag, value]) => (value ? [`${flag} ${shellWord(value)}`] : []));
  const line = ['erp import', note.resource, shellWord(path), ...words, ...(strict ? ['--strict'] : [])];
  return nextCommand(context.settings, line.join(' '));
}

/** A path as it would be typed here: without the folder where that is the current one. */
function shownPath(path: string): string {
  const shown = relative(process.cwd(), path);
  return shown.startsWith('..') ? path : shown;
}

function skipCommand(job: ImportJob, session: Import): string {
  const { source, note } = job;
  return commandLine(job, session, source.path, [
    ['--rejects', note.rejects],
    ['--on-error', 'skip'],
  ]);
}

/** A rejects file is UTF-8, and holds too little to tell the year and the decimal sign by: these are said. */
function fixedCommand(job: ImportJob, session: Import, file: string): string {
  const { note } = job;
  const read = session.interpretation;
  const [year] = read?.years ?? [];
  const { encoding: _, ...flags } = note.flags;

  const told = {
    ...(read?.decimal === ',' && note.format === 'csv' ? { decimal: ',' as const } : {}),
    ...(read?.dateFormat && note.format === 'csv' ? { dateFormat: read.dateFormat } : {}),
    ...(year && note.format === 'fec' ? { fiscalYear: `${year.start}..${year.end}` } : {}),
  };
  return commandLine({ ...job, note: { ...note, flags: { ...told, ...flags } } }, session, file, []);
}

/** The same failure with the way to go on where the import stopped. */
export function resumable(error: unknown, { note, context }: ImportJob): Failure {
  const failure = failureOf(error, context.settings);
  const command = nextCommand(context.settings, `erp import resume ${note.id}`);
  const resume: Action = { label: 'Go on where it stopped', command };

  return new Failure(failure.message, {
    ...failure.details,
    actions: [...failure.actions, resume],
    hint: resume.command,
    extra: { ...failure.details.extra, importId: note.id },
  });
}

/** What a job of the server says that it failed by. */
export function jobFailure(name: string, problem: Schemas['Problem'], actions: readonly Action[]): Failure {
  return new Failure(`${name}: ${problem.detail ?? problem.title}`, {
    code: problem.code,
    exit: problem.status === 409 ? EXIT.conflict : EXIT.failed,
    errors: problem.errors ?? [],
    requestId: problem.requestId,
    actions,
  });
}

function number(value: number): string {
  return grouped(String(value));
}
