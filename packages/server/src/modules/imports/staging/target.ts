import type { Tx } from '../../../db/database.ts';
import type { Faults } from './faults.ts';

/** The import that is checked, and how its base currency is called and written. */
export interface Target {
  tx: Tx;
  tenantId: string;
  id: string;
  faults: Faults;
  base: string;
  exponent: number;
}
