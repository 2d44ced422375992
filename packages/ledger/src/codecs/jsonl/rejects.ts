import type { RejectForm } from '../codec.ts';
import { rejectColumns } from '../text/reject-columns.ts';

/** JSON Lines: the object as it stands, with the reasons as its last keys. */
export const jsonRejects: RejectForm = {
  heading: () => '',
  end: () => '',

  line({ values }, { row, field, code, message }) {
    const text = (values[0] ?? '').trim();
    const reasons = JSON.stringify({ _row: row, _field: field, _code: code, _message: message });
    if (!text.endsWith('}')) return `${text}\n`;

    const body = withoutReasons(text).slice(0, -1).trimEnd();
    return `${body}${body === '{' ? '' : ','}${reasons.slice(1)}\n`;
  },
};

/** Without the reasons of an earlier rejects file; anything that is not JSON stays as it is. */
function withoutReasons(text: string): string {
  if (!text.includes('"_row"')) return text;

  try {
    const own = Object.entries(JSON.parse(text) as object).filter(([key]) => !rejectColumns.includes(key));
    return JSON.stringify(Object.fromEntries(own));
  } catch {
    return text;
  }
}
