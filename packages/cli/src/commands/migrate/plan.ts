import type { CommandBody } from '../../context.ts';
import { EXIT } from '../../exits.ts';

const plan: CommandBody = async ({ erp }) => {
  const data = await erp.migrations.plan();
  return {
    data,
    table: {
      rows: data.steps,
      columns: [{ key: 'number' }, { key: 'name' }, { key: 'phase' }, { key: 'how' }, { key: 'blocked' }],
    },
    exit: data.steps.length === 0 ? EXIT.done : EXIT.conflict,
  };
};

export default plan;
