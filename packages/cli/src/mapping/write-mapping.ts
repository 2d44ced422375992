import type { Doubt, FieldSource, Proposal } from '@erp/ledger';

/** Words above a mapping that say where it is from and how it is used. */
export interface MappingNote {
  readonly source: string;
  readonly lines: number;
  /** The command that uses it. */
  readonly command: string;
}

const schema = './node_modules/@erp/cli/schemas/import-mapping.schema.json';

/** A proposal as a mapping file; what is unsure stands beside it as a comment. */
export function mappingText(proposal: Proposal, { source, lines, command }: MappingNote): string {
  const { resource, file, fields, ignore, fillDown, leaveOut, doubts } = proposal;
  const placed = new Set(
    doubts.map(({ field }) => field).filter((field) => field in fields || field === 'dateFormat'),
  );

  const text = [
    `# yaml-language-server: $schema=${schema}`,
    `# How ${source} is imported, proposed from its heading and its first ${lines} lines. Look it through, then:`,
    `#   ${command}`,
    ...doubts
      .filter(({ field }) => !placed.has(field))
      .map((doubt) => `# unsure, ${doubt.field}: ${words(doubt)}`),
    `${resource}:`,
    ...(Object.keys(file).length === 0 ? [] : ['  file:']),
    ...Object.entries(file).flatMap(([name, value]) => [
      ...comments(doubts, name, '    '),
      `    ${name}: ${scalar(value)}`,
    ]),
    '  fields:',
    ...Object.entries(fields).flatMap(([name, field]) => [
      ...comments(doubts, name, '    '),
      `    ${scalar(name)}: ${sourceText(field)}`,
    ]),
    ...(fillDown.length === 0 ? [] : [`  fillDown: ${list(fillDown)}`]),
    ...(leaveOut.length === 0 ? [] : ['  leaveOut:']),
    ...leaveOut.map(({ column, is }) => `    - { column: ${scalar(column)}, is: ${list(is)} }`),
    ...(ignore.length === 0 ? [] : ['  ignore:', ...ignore.map((name) => `    - ${scalar(name)}`)]),
  ];
  return `${text.join('\n')}\n`;
}

function comments(doubts: readonly Doubt[], field: string, indent: string): string[] {
  return doubts.filter((doubt) => doubt.field === field).map((doubt) => `${indent}# unsure: ${words(doubt)}`);
}

/** On one line, whatever the names of columns hold. */
function words({ message, choices }: Doubt): string {
  const others = choices.slice(1, 6).map(({ label }) => label);
  const text = others.length === 0 ? message : `${message}; else ${others.join(', ')}`;
  return text.replace(/\p{Cc}/gu, ' ');
}

function sourceText({ columns = [], constant, after, before, values, sign }: FieldSource): string {
  if (constant !== undefined) return `{ constant: ${scalar(constant)} }`;

  const column = columns.length === 1 ? scalar(columns[0] ?? '') : list(columns);
  const parts = [
    ...(after === undefined ? [] : [`after: ${scalar(after)}`]),
    ...(before === undefined ? [] : [`before: ${scalar(before)}`]),
    ...(values === undefined ? [] : [`values: ${table(values)}`]),
    ...(sign === undefined
      ? []
      : [
          `sign: { column: ${scalar(sign.column)}, debit: ${list(sign.debit)}, credit: ${list(sign.credit)} }`,
        ]),
  ];
  return parts.length === 0 ? column : `{ ${[`column: ${column}`, ...parts].join(', ')} }`;
}

function table(values: Readonly<Record<string, string>>): string {
  const rows = Object.entries(values).map(([name, value]) => `${scalar(name)}: ${scalar(value)}`);
  return `{ ${rows.join(', ')} }`;
}

function list(values: readonly string[]): string {
  return `[${values.map(scalar).join(', ')}]`;
}

/** A text of YAML, in quotes where it could be read otherwise; JSON is YAML. */
function scalar(text: string): string {
  return plain.test(text) ? text : JSON.stringify(text);
}

const plain = /^(?:[\p{L}_][\p{L}\p{N}_]*(?:[ .-][\p{L}\p{N}_]+)*|(?:dim|extra):\w+|\d+)$/u;
