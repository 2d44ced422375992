import type { Doubt, Proposal } from '@erp/ledger';
import type { Terminal } from '../output/terminal.ts';

/** Asks what the file does not tell; what cannot be chosen from stays a doubt. */
export async function askDoubts(proposal: Proposal, terminal: Terminal): Promise<Proposal> {
  const fields = { ...proposal.fields };
  let file = proposal.file;
  const left: Doubt[] = [];

  for (const doubt of proposal.doubts) {
    const { field, message, choices } = doubt;
    if (choices.length < 2) {
      left.push(doubt);
      continue;
    }

    const labels = [...new Set(choices.map(({ label }) => label))];
    const answer = await terminal.ask({ flag: field, message: `${field}: ${message}`, choices: labels });
    const chosen = choices.find(({ label }) => label === answer);
    if (chosen?.source) fields[field] = chosen.source;
    if (chosen?.order) file = { ...file, dateFormat: chosen.order };
  }

  const used = new Set(Object.values(fields).flatMap(({ columns = [], sign }) => [...columns, sign?.column]));
  const dropped = columnsOf(proposal.fields).filter((name) => !used.has(name));
  const ignore = [...proposal.ignore.filter((name) => !used.has(name)), ...dropped];
  return { ...proposal, fields, file, ignore, doubts: left };
}

function columnsOf(fields: Proposal['fields']): string[] {
  return [...new Set(Object.values(fields).flatMap(({ columns = [] }) => columns))];
}
