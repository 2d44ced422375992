-- phase: expand
-- A named export: what was asked, and what its content was when it was last read to the end. The bytes are never kept: the
-- same ledger gives them again.
create table exports (
  tenant_id uuid not null,
  id uuid not null,
  format text not null,
  from_date date not null,
  to_date date not null,
  year text,
  period smallint,
  journal text,
  account text,
  dimension text,
  dimension_value text,
  base_currency text not null,
  snapshot_at timestamptz,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'expired')),
  rows bigint,
  entries bigint,
  debit bigint,
  credit bigint,
  sha256 text,
  not_held jsonb not null default '{}',
  files jsonb not null default '[]',
  failure jsonb,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id)
);

alter table exports enable row level security;

alter table exports force row level security;

create policy tenant on exports using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());

grant select, insert, update on exports to erp_app;
