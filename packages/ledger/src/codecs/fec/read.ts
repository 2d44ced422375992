import {
  FormatError,
  type Open,
  type Read,
  type Reading,
  type ReadOptions,
  type RowFault,
  type Said,
} from '../codec.ts';
import { decodeText, type Encoding, readHead, requireText } from '../text/encoding.ts';
import { mapBatches } from '../text/iterate.ts';
import { readRecords, type TextRecord } from '../text/records.ts';
import { Normaliser } from '../text/values.ts';
import { type FecPlan, fecSeparator, planFec, requireFec } from './columns.ts';
import { decide } from './decide.ts';
import { fecEncoding } from './encoding.ts';
import { LineRows } from './line-rows.ts';
import { type FecLine, FecLineReader } from './lines.ts';
import { referenceRows } from './reference-rows.ts';
import { addToSurvey, emptySurvey, type FecSurvey } from './survey.ts';

interface FecForm {
  encoding: Encoding;
  separator: string;
  decimal: '.' | ',';
}

/**
 * Reads a FEC in two passes: the first surveys the file, so that year, opening and numbering can be decided, the second makes
 * the rows. For the resource `ledger` rows of the year, journals, accounts and parties come first, then the lines in the
 * order of the file; memory grows with the number of entries, not of lines.
 */
export function readFec(open: Open, options: ReadOptions): Reading {
  const normaliser = new Normaliser();
  const said: Said = {
    format: 'fec',
    encoding: '',
    rows: 0,
    normalised: normaliser.counts,
    accountKinds: {},
    notStored: {},
    warnings: [],
  };
  let header: readonly string[] = [];
  let values: readonly string[] = [];
  let headerRead = false;
  let lines: SecondPass | undefined;

  async function* batches(): AsyncGenerator<(Read | TextRecord)[]> {
    if (options.resource === 'opening-balances') {
      throw new FormatError('file_format', 'opening balances are read from CSV or JSONL; a FEC is a ledger');
    }

    const form = await formOf(open, options, said);
    const { survey, plan } = await surveyFile(open, options, form, said);
    header = plan.header;
    lines = secondPass(survey, { plan, options, form, said, normaliser });

    yield lines.references;
    yield* recordsOf(open, form);
    said.warnings.push(...lines.rows.warnings());
  }

  function read(item: Read | TextRecord): Read | undefined {
    if (!('values' in item)) return item;

    values = item.values;
    if (!headerRead) {
      headerRead = true;
      return undefined;
    }

    said.rows += 1;
    return options.resource === 'ledger' || options.resource === 'entries' ? lines?.read(item) : undefined;
  }

  return { rows: mapBatches(batches(), read), said: () => said, columns: () => ({ header, values }) };
}

async function formOf(open: Open, options: ReadOptions, said: Said): Promise<FecForm> {
  const head = await readHead(open);
  requireText(head, options.fileName);

  const separator = options.delimiter ?? fecSeparator(head);
  requireFec(head, options.fileName, separator);
  if (separator === undefined || separator.length !== 1) {
    throw new FormatError('file_format', `${options.fileName}: a FEC is separated by TAB or |`);
  }

  const found = options.encoding ? { encoding: options.encoding } : await fecEncoding(open);
  if ('warning' in found && found.warning !== undefined) said.warnings.push(found.warning);

  const decimal = options.decimal ?? ',';
  Object.assign(said, { encoding: found.encoding, delimiter: separator, decimal });
  return { encoding: found.encoding, separator, decimal };
}

function recordsOf(open: Open, form: FecForm): AsyncGenerator<TextRecord[]> {
  return readRecords(decodeText(open, form.encoding), { delimiter: form.separator, quotes: false });
}

async function surveyFile(
  open: Open,
  options: ReadOptions,
  form: FecForm,
  said: Said,
): Promise<{ survey: FecSurvey; plan: FecPlan }> {
  const survey = emptySurvey();
  let plan: FecPlan | undefined;
  let reader: FecLineReader | undefined;

  for await (const batch of recordsOf(open, form)) {
    let records = batch;

    if (!plan || !reader) {
      const [header, ...rest] = batch;
      if (!header) continue;

      const firstLines = rest.map((record) => record.values);
      plan = planFec(header.values, firstLines);
      reader = lineReader(plan, options, form, new Normaliser());
      records = rest;
    }

    for (const record of records) {
      if (formFault(record, plan)) continue;
      const { line, faults } = reader.read(record.values);
      if (faults.length === 0) addToSurvey(survey, line, record.line);
    }
  }

  if (!plan) throw new FormatError('file_format', `${options.fileName} has no header`);
  if (plan.missing.length > 0) said.warnings.push(`columns that the law wants: ${plan.missing.join(', ')}`);
  return { survey, plan };
}

function lineReader(
  plan: FecPlan,
  options: ReadOptions,
  form: FecForm,
  normaliser: Normaliser,
): FecLineReader {
  return new FecLineReader({ plan, decimal: form.decimal, dateFormat: options.dateFormat, normaliser });
}

interface SecondPass {
  references: Read[];
  rows: LineRows;
  read(record: TextRecord): Read;
}

function secondPass(
  survey: FecSurvey,
  context: { plan: FecPlan; options: ReadOptions; form: FecForm; said: Said; normaliser: Normaliser },
): SecondPass {
  const { plan, options, form, said, normaliser } = context;
  const decisions = decide(survey, options);
  const rows = new LineRows(survey, decisions, options, said);
  const reader = lineReader(plan, options, form, normaliser);

  said.warnings.push(...decisions.warnings);
  said.numbering = decisions.numbering;
  if (decisions.year) said.year = decisions.year;
  if (decisions.opening) said.opening = decisions.opening;

  return {
    references: referenceRows(survey, decisions, options.resource, said),
    rows,

    read(record) {
      const at = record.line;
      const wrong = formFault(record, plan);
      if (wrong) return { line: at, faults: [wrong] };

      const { line, faults } = reader.read(record.values);
      if (faults.length === 0) return rows.rowOf(line, at);
      return { line: at, ...entryOf(rows, line), faults };
    },
  };
}

function entryOf(rows: LineRows, line: FecLine): { entry?: string } {
  const entry = rows.entryOf(line);
  return entry === undefined ? {} : { entry };
}

/** @throws FormatError when the file ends inside the record. */
function formFault(record: TextRecord, plan: FecPlan): RowFault | undefined {
  const { line, values, ended, fault } = record;
  const { width, header } = plan;
  const named = header.at(-1) === '' ? header.length - 1 : header.length;

  if (!ended && values.length < named) {
    const message = `line ${line}: the file ends inside a line (${values.length} of ${named} columns)`;
    throw new FormatError('file_truncated', message, 'Ask for the file again; nothing of it was written.');
  }

  if (fault) return { field: '', value: '', code: 'file_format', message: fault };
  if (values.length === width) return undefined;

  const message =
    values.length > width
      ? `${values.length} columns instead of ${width}: a separator stands inside a text`
      : `${values.length} columns instead of ${width}`;
  return { field: '', value: '', code: 'file_format', message };
}
