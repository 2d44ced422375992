import type { AccountRow, JournalRow, LineRow, PartyRow, Said, YearRow } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import { expectTypeOf, test } from 'vitest';

type Schemas = components['schemas'];

// The rows of the codecs and those of an import part are one thing told twice: `tsc` holds them equal.
test('rows: those of the ledger are those of the contract', () => {
  expectTypeOf<AccountRow>().toEqualTypeOf<Schemas['ImportAccountRow']>();
  expectTypeOf<JournalRow>().toEqualTypeOf<Schemas['ImportJournalRow']>();
  expectTypeOf<PartyRow>().toEqualTypeOf<Schemas['ImportPartyRow']>();
  expectTypeOf<YearRow>().toEqualTypeOf<Schemas['ImportYearRow']>();
  expectTypeOf<LineRow>().toEqualTypeOf<Schemas['ImportLineRow']>();
  expectTypeOf<Said>().toEqualTypeOf<Schemas['CodecSaid']>();
});
