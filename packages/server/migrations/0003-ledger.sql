-- phase: expand
-- The ledger. Insert-only: erp_app reads these tables and the posting functions write them.
create table entries (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  journal_id uuid not null,
  year_id uuid not null,
  period smallint not null,
  kind text not null,
  entry_date date not null,
  document_date date,
  document_ref text,
  tax_date date not null,
  validated_on date not null,
  description text,
  series_id uuid,
  sequence bigint,
  number text collate "C",
  source jsonb,
  origin_type text not null,
  origin_id uuid,
  reversal_of uuid,
  corrects uuid[],
  storno boolean not null default false,
  line_count int not null,
  debit_total bigint not null,
  credit_total bigint not null,
  base_currency text not null,
  created_at timestamptz not null,
  created_by text not null,
  posted_at timestamptz not null,
  posted_by text not null,
  import_id uuid,
  primary key (tenant_id, id),
  constraint entries_balanced check (debit_total = credit_total)
);

create unique index entries_number_key on entries (tenant_id, year_id, series_id, number);

create unique index entries_external_id_key on entries (tenant_id, external_id) where external_id is not null;

create unique index entries_reversal_of_key on entries (tenant_id, reversal_of) where reversal_of is not null;

create index entries_by_date on entries (tenant_id, entry_date, id);

create table lines (
  tenant_id uuid not null,
  entry_id uuid not null,
  position int not null,
  account_id uuid not null,
  year_id uuid not null,
  period smallint not null,
  entry_date date not null,
  debit bigint not null,
  credit bigint not null,
  currency text not null,
  currency_debit bigint not null,
  currency_credit bigint not null,
  rate text,
  rate_kind text,
  rate_date date,
  party_id uuid,
  party_role text,
  description text,
  document_ref text,
  document_date date,
  value_date date,
  due_date date,
  dimensions jsonb,
  quantity text,
  unit text,
  extra jsonb,
  primary key (tenant_id, entry_id, position),
  check (debit = 0 or credit = 0),
  check (currency_debit = 0 or currency_credit = 0)
);

create index lines_account on lines (tenant_id, account_id, entry_date);

-- Totals are derived: `erp ledger verify` may rebuild them. Period 0 holds the opening, so movements never contain it.
create table account_totals (
  tenant_id uuid not null,
  year_id uuid not null,
  period smallint not null,
  account_id uuid not null,
  currency text collate "C" not null,
  debit bigint not null,
  credit bigint not null,
  currency_debit bigint not null,
  currency_credit bigint not null,
  lines bigint not null,
  primary key (tenant_id, year_id, period, account_id, currency)
) with (fillfactor = 50);

create table party_totals (
  tenant_id uuid not null,
  year_id uuid not null,
  period smallint not null,
  account_id uuid not null,
  party_id uuid not null,
  currency text collate "C" not null,
  debit bigint not null,
  credit bigint not null,
  currency_debit bigint not null,
  currency_credit bigint not null,
  lines bigint not null,
  primary key (tenant_id, year_id, period, account_id, party_id, currency)
) with (fillfactor = 50);

create table drafts (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  journal_id uuid not null,
  status text not null default 'draft' check (status in ('draft', 'submitted', 'approved', 'rejected')),
  body jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  constraint drafts_external_id_key unique (tenant_id, external_id)
);

create table settlements (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  party_id uuid,
  code text collate "C" not null,
  settled_on date,
  state text not null check (state in ('full', 'partial', 'unbalanced')),
  origin text not null check (origin in ('manual', 'rule', 'import')),
  import_id uuid,
  difference_entry_id uuid,
  undone_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id)
);

create index settlements_account on settlements (tenant_id, account_id, code);

create table settlement_lines (
  tenant_id uuid not null,
  entry_id uuid not null,
  position int not null,
  settlement_id uuid not null,
  debit bigint not null,
  credit bigint not null,
  currency_debit bigint not null,
  currency_credit bigint not null,
  primary key (tenant_id, entry_id, position, settlement_id)
);

create index settlement_lines_settlement on settlement_lines (tenant_id, settlement_id);

do $$
declare t text;
begin
  foreach t in array array['entries', 'lines', 'account_totals', 'party_totals', 'drafts', 'settlements', 'settlement_lines'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (tenant_id = current_tenant()) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select on %I to erp_app, erp_poster', t);
  end loop;
end
$$;

grant insert, update, delete on drafts to erp_app;

grant insert, update on settlements to erp_app, erp_poster;

grant insert on settlement_lines to erp_app, erp_poster;

grant insert on entries, lines to erp_poster;

grant insert, update on account_totals, party_totals to erp_poster;
