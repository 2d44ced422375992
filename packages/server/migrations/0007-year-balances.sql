-- phase: expand
-- What accounts opened and closed with in years whose entries the books do not hold, in minor units of the year's base currency,
-- debit positive. With dimensions it says how much of a balance belongs to these values: an annotation, of any year, which may
-- state an amount that another one states too, so annotations are never added up. Null: not said.
create table year_balances (
  tenant_id uuid not null,
  year_id uuid not null,
  account_id uuid not null,
  dimensions jsonb not null default '{}',
  opening bigint,
  closing bigint,
  import_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, year_id, account_id, dimensions)
);

alter table year_balances enable row level security;

alter table year_balances force row level security;

create policy tenant on year_balances using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());

grant select on year_balances to erp_app;

grant select, insert, delete on year_balances to erp_poster;

-- The one way in. What a year has already stays, and is not counted.
create function keep_year_balances(
  p_tenant uuid, p_import uuid, p_now timestamptz, p_years uuid[], p_accounts uuid[], p_dimensions jsonb[], p_openings bigint[],
  p_closings bigint[]
) returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  v_kept bigint;
begin
  if p_tenant is distinct from current_tenant() then
    raise exception 'keep_year_balances: tenant % is not the transaction''s', p_tenant;
  end if;

  perform 1 from imports i where i.tenant_id = p_tenant and i.id = p_import and i.state = 'committing';
  if not found then
    raise exception 'keep_year_balances: import % is not committing', p_import;
  end if;

  insert into year_balances (tenant_id, year_id, account_id, dimensions, opening, closing, import_id, created_at)
  select p_tenant, u.year_id, u.account_id, u.dimensions, u.opening, u.closing, p_import, p_now
  from unnest(p_years, p_accounts, p_dimensions, p_openings, p_closings) as u(year_id, account_id, dimensions, opening, closing)
  on conflict do nothing;
  get diagnostics v_kept = row_count;
  return v_kept;
end
$$;

-- Takes back the balances of an import that is reversed, or those of a year whose entries an import brings; null: any.
create function drop_year_balances(p_tenant uuid, p_year uuid, p_import uuid) returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  v_dropped bigint;
begin
  if p_tenant is distinct from current_tenant() then
    raise exception 'drop_year_balances: tenant % is not the transaction''s', p_tenant;
  end if;
  if p_year is null and p_import is null then
    raise exception 'drop_year_balances: neither year nor import is named';
  end if;

  delete from year_balances b
  where b.tenant_id = p_tenant and (p_year is null or b.year_id = p_year) and (p_import is null or b.import_id = p_import);
  get diagnostics v_dropped = row_count;
  return v_dropped;
end
$$;

grant create on schema public to erp_poster;

alter function keep_year_balances owner to erp_poster;

alter function drop_year_balances owner to erp_poster;

revoke create on schema public from erp_poster;

revoke execute on function keep_year_balances from public;

revoke execute on function drop_year_balances from public;

grant execute on function keep_year_balances to erp_app;

grant execute on function drop_year_balances to erp_app;
