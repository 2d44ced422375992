-- phase: expand
-- What entries refer to. Codes compare by bytes (collate "C"); every key starts with the tenant.
create table accounts (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  code text collate "C" not null,
  name text not null,
  translations jsonb not null default '{}',
  statement text not null check (statement in ('balance', 'result', 'memo')),
  type text not null,
  parent_id uuid,
  postable boolean not null default true,
  currency text,
  control text not null default 'none',
  party_policy text not null default 'optional' check (party_policy in ('required', 'optional', 'forbidden')),
  dimension_policy jsonb not null default '{}',
  settleable boolean not null default false,
  unit text,
  mappings jsonb not null default '[]',
  active boolean not null default true,
  valid_from date,
  valid_to date,
  replaces_id uuid,
  import_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  constraint accounts_code_key unique (tenant_id, code),
  constraint accounts_external_id_key unique (tenant_id, external_id)
);

create table series (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  code text collate "C" not null,
  name text,
  reset text not null default 'year' check (reset in ('year', 'never')),
  format text not null default '{journal}-{year}-{n:6}',
  start bigint not null default 1 check (start >= 0),
  active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  constraint series_code_key unique (tenant_id, code),
  constraint series_external_id_key unique (tenant_id, external_id)
);

create table journals (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  code text collate "C" not null,
  name text not null,
  area text not null,
  series_id uuid not null,
  default_account_id uuid,
  currency text,
  manual boolean not null default true,
  mappings jsonb not null default '[]',
  active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  constraint journals_code_key unique (tenant_id, code),
  constraint journals_external_id_key unique (tenant_id, external_id)
);

create table parties (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  code text collate "C" not null,
  name text not null,
  kind text not null default 'organisation' check (kind in ('organisation', 'person')),
  registration_number text,
  tax_numbers jsonb not null default '[]',
  addresses jsonb not null default '[]',
  contacts jsonb not null default '[]',
  bank_accounts jsonb not null default '[]',
  language text,
  active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  constraint parties_code_key unique (tenant_id, code),
  constraint parties_external_id_key unique (tenant_id, external_id)
);

create table party_roles (
  tenant_id uuid not null,
  party_id uuid not null,
  role text not null,
  subledger_code text collate "C" not null,
  control_account_id uuid,
  payment_terms text,
  currency text,
  primary key (tenant_id, party_id, role),
  constraint party_roles_subledger_key unique (tenant_id, role, subledger_code)
);

create table dimensions (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  code text collate "C" not null,
  name text not null,
  parent_id uuid,
  required_on jsonb not null default '[]',
  active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  constraint dimensions_code_key unique (tenant_id, code),
  constraint dimensions_external_id_key unique (tenant_id, external_id)
);

create table dimension_values (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  dimension_id uuid not null,
  code text collate "C" not null,
  name text not null,
  parent_id uuid,
  valid_from date,
  valid_to date,
  active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  constraint dimension_values_code_key unique (tenant_id, dimension_id, code),
  constraint dimension_values_external_id_key unique (tenant_id, external_id)
);

-- A tenant's own units, and what it changed about an ISO currency. ISO itself ships with the program.
create table currencies (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  code text collate "C" not null,
  name text,
  exponent smallint not null check (exponent between 0 and 8),
  kind text not null check (kind in ('iso', 'custom')),
  numeric_code text,
  withdrawn_on date,
  active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  constraint currencies_code_key unique (tenant_id, code),
  constraint currencies_external_id_key unique (tenant_id, external_id)
);

-- The calendar. A year's opening is stated (`opening_entry_id`) or carried (computed when read), never both.
create table years (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  code text collate "C" not null,
  start_date date not null,
  end_date date not null,
  base_currency text not null,
  state text not null default 'open' check (state in ('open', 'closed', 'locked')),
  -- `balances`: comparatives only, see year_balances. Its periods are closed, because a single entry would not make it books.
  detail text not null default 'entries' check (detail in ('entries', 'balances')),
  opening_entry_id uuid,
  opening_differences jsonb not null default '[]',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  constraint years_code_key unique (tenant_id, code),
  constraint years_external_id_key unique (tenant_id, external_id),
  check (start_date <= end_date)
);

create table periods (
  tenant_id uuid not null,
  year_id uuid not null,
  number smallint not null,
  id uuid not null,
  kind text not null check (kind in ('opening', 'regular', 'adjustment', 'closing')),
  name text not null,
  start_date date not null,
  end_date date not null,
  state text not null default 'open' check (state in ('open', 'closed', 'locked')),
  closed_areas text[] not null default '{}',
  closed_by text,
  closed_at timestamptz,
  reason text,
  trial_balance jsonb,
  trial_balance_sha256 text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, year_id, number)
);

create index periods_by_date on periods (tenant_id, start_date);

-- Where a series stands in a year (year all zeros: a series that never starts over). `format` of an import wins over the
-- series' own, so that an imported book goes on as it was written. `gaps` come from imports only.
create table series_years (
  tenant_id uuid not null,
  series_id uuid not null,
  year_id uuid not null,
  next bigint not null,
  lowest bigint,
  highest bigint,
  gaps jsonb not null default '[]',
  imported boolean not null default false,
  format text,
  primary key (tenant_id, series_id, year_id)
) with (fillfactor = 50);

do $$
declare t text;
begin
  foreach t in array array['accounts', 'series', 'journals', 'parties', 'party_roles', 'dimensions', 'dimension_values',
                           'currencies', 'years', 'periods', 'series_years'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', t);
    execute format('grant select, insert, update on %I to erp_app', t);
    execute format('grant select on %I to erp_poster', t);
  end loop;
end
$$;

-- What nothing names may be removed by the file of its tenant.
grant delete on accounts, series, journals, dimensions, dimension_values, currencies to erp_app;

-- Roles of a party and numbers of a reset tenant are replaced as a whole.
grant delete on party_roles, series_years, years, periods to erp_app;

grant insert, update on series_years to erp_poster;

grant update on years to erp_poster;

-- Share locks on the periods that are posted into need the right to update a row.
grant update (updated_at) on periods to erp_poster;
