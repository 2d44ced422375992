import type { RejectForm } from '../codec.ts';

const lineEnd = '\r\n';

/**
 * Vouchers that were rejected, with the chart of their file, so that they are a file of their own. Before each line stands the
 * reason, under a label that no reader knows and, as the format wants it, every reader passes over. It is UTF-8: what a mended
 * text holds is not cut down to CP437.
 */
export const sieRejects: RejectForm = {
  heading: ({ header }) => [`#FLAGGA 0`, '#SIETYP 4', ...header].map((text) => text + lineEnd).join(''),
  end: () => '',

  line({ values }, { row, field, code, message }) {
    const reason = code === '' ? [] : [`#ERP_REJECT ${row} ${[field, code, message].map(quoted).join(' ')}`];
    return [...reason, ...values].map((text) => text + lineEnd).join('');
  },
};

const quoted = (text: string): string => `"${text.replace(/\p{Cc}/gu, ' ').replaceAll('"', '\\"')}"`;

/** Fields of faults by those of a row. */
const fields: Readonly<Record<string, string>> = {
  account: 'account',
  amount: 'amount',
  date: 'date',
  valueDate: 'valueDate',
  quantity: 'quantity',
  year: 'year',
  start: 'start',
  end: 'end',
};

export const sieFieldOf = (field: string): string | undefined =>
  Object.hasOwn(fields, field) ? fields[field] : undefined;
