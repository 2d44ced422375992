import type { Schemas } from '@erp/sdk';
import type { CommandBody } from '../../context.ts';
import { EXIT } from '../../exits.ts';
import { given } from '../listing.ts';

const check: CommandBody<Omit<Schemas['NewExport'], 'resource'>> = async ({ erp }, options) => {
  const wanted = given(options, 'from', 'to', 'year', 'period', 'journal', 'account', 'dimension');
  const found = await erp.exports.check({ resource: 'ledger', format: options.format, ...wanted });
  const { format, from, to, lacks } = found;
  if (lacks.length === 0) {
    return { data: found, message: `✔ ${format} of ${from}..${to} lacks nothing` };
  }
  return {
    data: found,
    rows: lacks,
    columns: [{ key: 'field' }, { key: 'message' }],
    exit: EXIT.failed,
  };
};

export default check;
