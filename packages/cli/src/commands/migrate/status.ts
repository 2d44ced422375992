import type { CommandBody } from '../../context.ts';
import { statusColumns } from './work.ts';

const status: CommandBody = async ({ erp }) => {
  const data = await erp.migrations.status();
  return { data, table: { rows: data.migrations, columns: statusColumns } };
};

export default status;
