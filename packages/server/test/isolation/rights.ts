/** What a role may do with a table: `r`ead, `i`nsert, `u`pdate, `d`elete; a dash where it may not. */
export interface Rights {
  erp_app: string;
  erp_platform: string;
  erp_poster: string;
  /** The roles that see rows of every tenant; any other sees those of its transaction's tenant. */
  everyTenant?: readonly Role[];
}

export type Role = 'erp_app' | 'erp_platform' | 'erp_poster';

export const roles: readonly Role[] = ['erp_app', 'erp_platform', 'erp_poster'];

// erp_platform is a member of erp_app, to write the first rows of a tenant that it makes: where it has no policy of its own
// it stands under that tenant's.
const reference: Rights = { erp_app: 'riud', erp_platform: 'riud', erp_poster: 'r---' };
const staging: Rights = { erp_app: 'riud', erp_platform: 'riud', erp_poster: 'r---' };
const posted: Rights = { erp_app: 'r---', erp_platform: 'r---', erp_poster: 'ri-d' };
const totals: Rights = { erp_app: 'r---', erp_platform: 'r---', erp_poster: 'riud' };

/** Every table of the schema. A table that is missing here fails the test, and so does one that is here and not there. */
export const rights: Record<string, Rights> = {
  // Of the migrator, which is the owner.
  schema_migrations: { erp_app: '----', erp_platform: '----', erp_poster: '----' },
  schema_backfills: { erp_app: '----', erp_platform: '----', erp_poster: '----' },
  schema_servers: { erp_app: '----', erp_platform: '----', erp_poster: '----' },
  tenants: { erp_app: 'r---', erp_platform: 'riu-', erp_poster: 'r---', everyTenant: ['erp_platform'] },
  api_keys: { erp_app: '----', erp_platform: 'riu-', erp_poster: '----', everyTenant: ['erp_platform'] },
  idempotency_keys: {
    erp_app: 'riu-',
    erp_platform: 'riu-',
    erp_poster: 'ri--',
    everyTenant: ['erp_platform'],
  },
  jobs: { erp_app: 'riu-', erp_platform: 'riu-', erp_poster: '----', everyTenant: ['erp_platform'] },
  audit_events: { erp_app: 'ri--', erp_platform: 'ri--', erp_poster: 'ri--' },

  accounts: reference,
  journals: reference,
  series: reference,
  parties: { ...reference, erp_app: 'riu-', erp_platform: 'riu-' },
  dimensions: reference,
  dimension_values: reference,
  currencies: reference,
  party_roles: reference,
  years: { erp_app: 'riud', erp_platform: 'riud', erp_poster: 'r-u-' },
  // The poster also holds `update (updated_at)`, which lets it share-lock the periods that it posts into.
  periods: reference,
  series_years: { erp_app: 'riud', erp_platform: 'riud', erp_poster: 'riu-' },

  entries: posted,
  lines: posted,
  year_balances: posted,
  account_totals: totals,
  party_totals: totals,
  exports: { erp_app: 'riu-', erp_platform: 'riu-', erp_poster: '----' },
  drafts: { erp_app: 'riud', erp_platform: 'riud', erp_poster: 'r---' },
  settlements: { erp_app: 'riu-', erp_platform: 'riu-', erp_poster: 'riud' },
  settlement_lines: { erp_app: 'ri--', erp_platform: 'ri--', erp_poster: 'ri-d' },

  imports: staging,
  import_parts: staging,
  import_entries: staging,
  import_lines: staging,
  import_names: staging,
  import_records: staging,
  import_rejects: staging,
  import_places: staging,
};
