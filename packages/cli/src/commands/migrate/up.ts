import type { CommandBody } from '../../context.ts';
import { work } from './work.ts';

const up: CommandBody<{ readonly to?: number }> = (context, { to }) =>
  work(context, () => context.erp.migrations.up(to === undefined ? {} : { to }));

export default up;
