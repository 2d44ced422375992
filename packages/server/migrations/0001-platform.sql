-- phase: expand
-- Roles. The login role (owner of everything here) becomes one of these for each transaction; none of them can log in.
--   erp_app       work inside one tenant, under row-level security
--   erp_platform  tenants, keys and jobs; sees every tenant's rows of those tables only
--   erp_poster    owns the posting functions: the one way rows reach entries, lines and totals
do $$
begin
  if not exists (select from pg_roles where rolname = 'erp_app') then
    create role erp_app nologin nosuperuser nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'erp_platform') then
    create role erp_platform nologin nosuperuser nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'erp_poster') then
    create role erp_poster nologin nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then
  null; -- two servers started at once: roles belong to the whole cluster, so the other one has just made them
end
$$;

-- A platform transaction may also write a tenant's rows (creating a tenant from a chart), but only of the tenant it names.
grant erp_app to erp_platform;

grant erp_app, erp_platform, erp_poster to current_user;

grant usage on schema public to erp_app, erp_platform, erp_poster;

-- The tenant of the transaction; null outside one, so that a policy then matches nothing.
create function current_tenant() returns uuid language sql stable parallel safe
as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;

create table tenants (
  id uuid primary key,
  slug text collate "C" not null,
  external_id text,
  name text not null,
  legal_name text,
  country text not null,
  base_currency text not null,
  timezone text not null,
  locale text,
  registration_number text,
  tax_registrations jsonb not null default '[]',
  address jsonb,
  contact jsonb,
  bank_accounts jsonb not null default '[]',
  fiscal_year_start text not null default '01-01' check (fiscal_year_start ~ '^\d\d-\d\d$'),
  accounting_basis text not null default 'accrual' check (accounting_basis in ('accrual', 'cash')),
  reversal_style text not null default 'swap' check (reversal_style in ('swap', 'negative')),
  account_roles jsonb not null default '{}',
  export_profiles jsonb not null default '{}',
  state text not null default 'setup' check (state in ('setup', 'live', 'suspended', 'deleted')),
  -- What a suspended tenant is again once it is resumed.
  resumes_as text check (resumes_as in ('setup', 'live')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  constraint tenants_slug_key unique (slug),
  constraint tenants_external_id_key unique (external_id),
  constraint tenants_resumable check (state <> 'suspended' or resumes_as is not null)
);

alter table tenants enable row level security;

alter table tenants force row level security;

create policy platform on tenants to erp_platform using (true) with check (true);

create policy own on tenants for select to erp_app, erp_poster using (id = current_tenant());

grant select, insert, update on tenants to erp_platform;

grant select on tenants to erp_app, erp_poster;

-- `tenant_id` all zeros: the key belongs to the platform. Only the sha-256 of a key is kept.
create table api_keys (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  hash bytea not null,
  prefix text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id)
);

create unique index api_keys_hash_key on api_keys (tenant_id, hash);

create index api_keys_by_hash on api_keys (hash);

alter table api_keys enable row level security;

alter table api_keys force row level security;

create policy platform on api_keys to erp_platform using (true) with check (true);

grant select, insert, update on api_keys to erp_platform;

-- The reply to a request, kept in the transaction of its work. `reply` null: the entry `entry_id` is the reply.
create table idempotency_keys (
  tenant_id uuid not null,
  key text collate "C" not null,
  operation text not null,
  hash text not null,
  reply text,
  entry_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, key)
);

create table audit_events (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_key_id uuid,
  actor_name text not null,
  operation text not null,
  resource text not null,
  resource_id uuid,
  resource_code text,
  before jsonb,
  after jsonb,
  request_id uuid,
  primary key (tenant_id, id)
);

create index audit_events_resource on audit_events (tenant_id, resource, resource_id);

-- Long work. A worker holds a job by a lease that it renews; `lease_token` tells apart a worker whose lease was taken over.
create table jobs (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  attempts int not null default 0,
  run_at timestamptz not null,
  lease_until timestamptz,
  lease_token uuid,
  payload jsonb not null default '{}',
  failure jsonb,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id)
);

create index jobs_waiting on jobs (run_at) where state in ('queued', 'running');

do $$
declare t text;
begin
  foreach t in array array['idempotency_keys', 'audit_events', 'jobs'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', t);
  end loop;
end
$$;

create policy platform on jobs to erp_platform using (true) with check (true);

-- Keys of platform operations stand under the platform's own id, whatever tenant the operation makes.
create policy platform on idempotency_keys to erp_platform using (true) with check (true);

grant select, insert, update on idempotency_keys to erp_app;

grant select, insert on idempotency_keys to erp_poster;

-- Insert-only: an audit row is never changed by the program.
grant select, insert on audit_events to erp_app, erp_poster;

grant select, insert, update on jobs to erp_app;

grant select, insert, update on jobs to erp_platform;
