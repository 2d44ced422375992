import type { HandlersOf } from '../../contract/handlers.ts';

const missing = async (): Promise<never> => {
  throw new Error('not written yet');
};
export const handlers = {
  'reports.trialBalance': missing,
  'reports.generalLedger': missing,
  'reports.journal': missing,
  'reports.numbers': missing,
} satisfies HandlersOf<'reports'>;
