-- phase: expand
-- `{journal}`, `{year}` and `{n}` or `{n:6}` (padded with zeros, never cut).
create function format_number(format text, journal text, year text, n bigint) returns text
language sql immutable parallel safe
as $$
  select replace(replace(replace(regexp_replace(format, '\{n:\d+\}',
      lpad(n::text, greatest(coalesce(substring(format from '\{n:(\d+)\}')::int, 0), length(n::text)), '0')),
    '{n}', n::text), '{journal}', journal), '{year}', year)
$$;

-- Whether a code is the account that a range names, or stands in `A..B`: from A to B by bytes, and what begins with B.
create function in_account_range(code text, range text) returns boolean
language sql immutable parallel safe
as $$
  select code = range
    or (strpos(range, '..') > 1 and code collate "C" >= split_part(range, '..', 1)
        and (code collate "C" <= split_part(range, '..', 2) or starts_with(code, split_part(range, '..', 2))))
$$;

-- The period of an entry: the named one, else the one of its kind that holds the date.
create function period_of(p_tenant uuid, p_date date, p_kind text, p_named smallint)
returns table (year_id uuid, number smallint, state text, closed_areas text[])
language sql stable
as $$
  select p.year_id, p.number, p.state, p.closed_areas
  from periods p
  where p.tenant_id = p_tenant
    and p_date between p.start_date and p.end_date
    and (p.number = p_named
         or (p_named is null
             and p.kind = case p_kind when 'opening' then 'opening' when 'adjustment' then 'adjustment'
                                      when 'closing' then 'closing' else 'regular' end))
  order by p.number
  limit 1
$$;

-- Posts a group of entries of one tenant: checks by set, numbers, inserts, adds to totals, and answers per entry. A refused
-- entry leaves no trace and never fails its neighbours. Arrays e_… have one element an entry, l_… one a line; l_entry is the
-- index of the line's entry, from 1, ascending.
--
-- A look-up in the ledger is `(select true … limit 1)`: for `exists` the planner may hash the whole ledger of the tenant first
-- (measured: 18 ms a group after 4,000 entries). Each statement is one pass over unnest(); what one pass found is handed to the
-- next by array index and not by a join: the planner knows nothing about the size of an array parameter, and a nested loop
-- over a large group is quadratic.
create function post_entries(
  p_tenant uuid, p_now timestamptz, p_base text,
  e_id uuid[], e_audit uuid[], e_journal text[], e_date date[], e_kind text[], e_period smallint[],
  e_document_date date[], e_document_ref text[], e_tax_date date[], e_validated_on date[], e_description text[],
  e_external_id text[], e_source jsonb[], e_origin text[], e_reversal_of uuid[], e_corrects text[], e_storno boolean[],
  e_total bigint[], e_first int[], e_last int[], e_actor uuid[], e_actor_name text[], e_request uuid[], e_operation text[],
  e_key text[], e_hash text[],
  l_entry int[], l_position int[], l_account text[], l_debit bigint[], l_credit bigint[], l_currency text[],
  l_currency_debit bigint[], l_currency_credit bigint[], l_rate text[], l_rate_kind text[], l_rate_date date[],
  l_party text[], l_party_role text[], l_description text[], l_document_ref text[], l_document_date date[],
  l_value_date date[], l_due_date date[], l_dimensions jsonb[], l_quantity text[], l_unit text[], l_extra jsonb[]
) returns table (
  idx int, fault text, fault_line int, journal_id uuid, year_id uuid, year text, period int,
  series text, series_id uuid, sequence bigint, number text, account_ids text, party_ids text
)
language plpgsql volatile security definer set search_path = public, pg_temp
-- The plans are kept, and the first are made while the tables are empty: without this each look-up would read the whole of
-- a table that has grown since (measured: 185 us an entry after 4,000 entries, and rising).
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  v_account uuid[]; v_party uuid[]; v_control boolean[]; v_line_fault text[];
  v_journal uuid[]; v_year uuid[]; v_year_code text[]; v_period smallint[];
  v_series uuid[]; v_series_year uuid[]; v_series_code text[]; v_series_format text[];
  v_fault text[]; v_fault_line int[]; v_kept uuid[]; v_sequence bigint[]; v_number text[];
  v_parties boolean; v_required text[]; v_required_on text[];
begin
  if p_tenant is distinct from current_tenant() then
    raise exception 'post_entries: tenant % is not the transaction''s', p_tenant;
  end if;

  -- Closing a period takes its row for update: either it waits for this group, or the state read below is `closed`.
  perform 1 from periods p
  where p.tenant_id = p_tenant
    and exists (select from unnest(e_date) d where d between p.start_date and p.end_date)
  order by p.year_id, p.number
  for share of p;

  select array_agg(d.code), array_agg(r.range) into v_required, v_required_on
  from dimensions d, jsonb_array_elements_text(d.required_on) as r(range)
  where d.tenant_id = p_tenant and d.active;

  select array_agg(a.id order by l.ord), array_agg(pa.id order by l.ord),
    array_agg(a.control <> 'none' order by l.ord), bool_or(a.control <> 'none' and pa.id is not null),
    array_agg(case
      when a.id is null then 'account_unknown'
      when not a.postable then 'account_not_postable'
      when e_reversal_of[l.entry] is null and (not a.active or e_date[l.entry] < a.valid_from or e_date[l.entry] > a.valid_to)
        then 'account_inactive'
      when a.currency <> l.currency then 'account_currency'
      when l.party is not null and (pa.id is null or (e_reversal_of[l.entry] is null and not pa.active)) then 'party_unknown'
      -- A reversal repeats its original, whatever has been demanded since.
      when e_reversal_of[l.entry] is null and l.party is null and a.party_policy = 'required' then 'party_required'
      when e_reversal_of[l.entry] is null and l.party is not null and a.party_policy = 'forbidden' then 'party_required'
      when e_reversal_of[l.entry] is null and a.dimension_policy <> '{}' and exists (
        select from jsonb_each_text(a.dimension_policy) d
        where (d.value = 'required' and (l.dimensions is null or not l.dimensions ? d.key))
           or (d.value = 'forbidden' and l.dimensions ? d.key)) then 'dimension_required'
      when v_required is not null and e_reversal_of[l.entry] is null and exists (
        select from unnest(v_required, v_required_on) as q(dimension, range)
        where (l.dimensions is null or not l.dimensions ? q.dimension) and in_account_range(a.code, q.range)) then 'dimension_required'
      when l.dimensions is not null and exists (
        select from jsonb_each_text(l.dimensions) d
        where not exists (
          select from dimensions dm
          join dimension_values dv on dv.tenant_id = p_tenant and dv.dimension_id = dm.id and dv.code = d.value
          where dm.tenant_id = p_tenant and dm.code = d.key
            and (e_reversal_of[l.entry] is not null
                 or (dm.active and dv.active and (dv.valid_from is null or e_date[l.entry] >= dv.valid_from)
                     and (dv.valid_to is null or e_date[l.entry] <= dv.valid_to))))) then 'dimension_unknown'
      end order by l.ord)
  into v_account, v_party, v_control, v_parties, v_line_fault
  from unnest(l_entry, l_account, l_currency, l_party, l_dimensions) with ordinality as l(entry, account, currency, party, dimensions, ord)
  left join accounts a on a.tenant_id = p_tenant and a.code = l.account
  left join parties pa on pa.tenant_id = p_tenant and pa.code = l.party;

  select array_agg(j.id order by e.ord), array_agg(p.year_id order by e.ord), array_agg(y.code order by e.ord),
    array_agg(p.number order by e.ord), array_agg(j.series_id order by e.ord),
    array_agg(case s.reset when 'never' then '00000000-0000-0000-0000-000000000000' else p.year_id end order by e.ord),
    array_agg(s.code order by e.ord), array_agg(s.format order by e.ord),
    array_agg(case
      when j.id is null then 'journal_unknown'
      when not j.active and e.reversal_of is null then 'journal_inactive'
      when not j.manual and e.origin = 'manual' and e.reversal_of is null then 'journal_not_manual'
      when p.year_id is null then 'year_unknown'
      when p.state <> 'open' or y.state <> 'open' then 'period_not_open'
      when case j.area when 'cash' then 'bank' else j.area end = any (p.closed_areas) then 'area_closed'
      when e.kind = 'opening' and (y.opening_entry_id is not null or e.opening_rank > 1) then 'opening_exists'
      when e.external_id is not null and (e.external_rank > 1 or (
        select true from entries x where x.tenant_id = p_tenant and x.external_id = e.external_id limit 1)) then 'duplicate_external_id'
      when e.reversal_of is not null and (
        select true from entries x where x.tenant_id = p_tenant and x.reversal_of = e.reversal_of limit 1) then 'already_reversed'
      end order by e.ord)
  into v_journal, v_year, v_year_code, v_period, v_series, v_series_year, v_series_code, v_series_format, v_fault
  from (
    select u.*, case when u.external_id is not null then row_number() over (partition by u.external_id order by u.ord) end as external_rank,
      case when u.kind = 'opening' then row_number() over (partition by u.kind, u.date order by u.ord) end as opening_rank
    from unnest(e_journal, e_date, e_kind, e_period, e_external_id, e_reversal_of, e_origin) with ordinality
      as u(journal, date, kind, period, external_id, reversal_of, origin, ord)) e
  left join journals j on j.tenant_id = p_tenant and j.code = e.journal
  left join series s on s.tenant_id = p_tenant and s.id = j.series_id
  left join lateral period_of(p_tenant, e.date, e.kind, e.period) p on true
  left join years y on y.tenant_id = p_tenant and y.id = p.year_id;

  -- The first faulty line speaks for its entry, after what is wrong with the entry itself.
  select array_agg(coalesce(v_fault[x.entry], x.fault) order by x.entry),
    array_agg(case when v_fault[x.entry] is null then x.position end order by x.entry)
  into v_fault, v_fault_line
  from (select l.entry, (array_agg(l.fault order by l.ord) filter (where l.fault is not null))[1] as fault,
          (array_agg(l.position order by l.ord) filter (where l.fault is not null))[1] as position
        from unnest(l_entry, l_position, v_line_fault) with ordinality as l(entry, position, fault, ord)
        group by l.entry) x;

  -- A key that stands already, from another server or from an earlier request of this group, has its reply already. The
  -- insert waits for another server's transaction under the same key.
  with kept as (
    insert into idempotency_keys (tenant_id, key, operation, hash, entry_id, created_at)
    select p_tenant, u.key, u.operation, u.hash, u.id, p_now
    from unnest(e_key, e_operation, e_hash, e_id) with ordinality as u(key, operation, hash, id, ord)
    where u.key is not null and v_fault[u.ord] is null
    order by u.key
    on conflict do nothing
    returning entry_id)
  select array_agg(entry_id) into v_kept from kept;

  if coalesce(cardinality(v_kept), 0) < cardinality(e_id) then
    select array_agg(case when u.fault is null and u.key is not null and not (u.id = any (coalesce(v_kept, '{}'))) then 'idempotency_conflict'
                          else u.fault end order by u.ord)
    into v_fault
    from unnest(v_fault, e_key, e_id) with ordinality as u(fault, key, id, ord);
  end if;

  insert into series_years (tenant_id, series_id, year_id, next)
  select p_tenant, u.series, u.year, s.start
  from (select distinct series, year from unnest(v_series, v_series_year, v_fault) as x(series, year, fault) where fault is null) u
  join series s on s.tenant_id = p_tenant and s.id = u.series
  where not exists (
    select from series_years y where y.tenant_id = p_tenant and y.series_id = u.series and y.year_id = u.year)
  on conflict do nothing;

  -- In one order, so that two servers posting into the same series wait and never deadlock.
  perform 1 from series_years s
  where s.tenant_id = p_tenant
    and (s.series_id, s.year_id) in (select u.series, u.year from unnest(v_series, v_series_year) as u(series, year))
  order by s.series_id, s.year_id
  for update of s;

  with sound as (
    select u.ord, u.series, u.year, row_number() over (partition by u.series, u.year order by u.ord) as rank
    from unnest(v_series, v_series_year) with ordinality as u(series, year, ord)
    where v_fault[u.ord] is null),
  taken as (
    update series_years s
    set next = s.next + n.count, lowest = least(s.lowest, s.next), highest = s.next + n.count - 1
    from (select series, year, count(*) as count from sound group by series, year) n
    where s.tenant_id = p_tenant and s.series_id = n.series and s.year_id = n.year
    returning s.series_id, s.year_id, s.next - n.count as first, s.format)
  select array_agg(t.first + x.rank - 1 order by u.ord),
    array_agg(format_number(coalesce(t.format, u.format), u.journal, u.year_code, t.first + x.rank - 1) order by u.ord)
  into v_sequence, v_number
  from unnest(v_series_format, e_journal, v_year_code) with ordinality as u(format, journal, year_code, ord)
  left join sound x on x.ord = u.ord
  left join taken t on t.series_id = x.series and t.year_id = x.year;

  insert into entries (tenant_id, id, external_id, journal_id, year_id, period, kind, entry_date, document_date, document_ref,
    tax_date, validated_on, description, series_id, sequence, number, source, origin_type, reversal_of, corrects, storno,
    line_count, debit_total, credit_total, base_currency, created_at, created_by, posted_at, posted_by)
  select p_tenant, u.id, u.external_id, u.journal, u.year, u.period, u.kind, u.date, u.document_date, u.document_ref,
    coalesce(u.tax_date, u.date), u.validated_on, u.description, u.series, u.sequence, u.number, u.source, u.origin,
    u.reversal_of, u.corrects::uuid[], u.storno, u.last - u.first + 1, u.total, u.total, p_base, p_now, u.actor, p_now, u.actor
  from unnest(e_id, e_external_id, v_journal, v_year, v_period, e_kind, e_date, e_document_date, e_document_ref, e_tax_date,
    e_validated_on, e_description, v_series, v_sequence, v_number, e_source, e_origin, e_reversal_of, e_corrects, e_storno,
    e_first, e_last, e_total, e_actor_name, v_fault)
    as u(id, external_id, journal, year, period, kind, date, document_date, document_ref, tax_date, validated_on, description,
      series, sequence, number, source, origin, reversal_of, corrects, storno, first, last, total, actor, fault)
  where u.fault is null;

  insert into lines (tenant_id, entry_id, position, account_id, year_id, period, entry_date, debit, credit, currency,
    currency_debit, currency_credit, rate, rate_kind, rate_date, party_id, party_role, description, document_ref,
    document_date, value_date, due_date, dimensions, quantity, unit, extra)
  select p_tenant, e_id[u.entry], u.position, u.account, v_year[u.entry], v_period[u.entry], e_date[u.entry], u.debit, u.credit,
    u.currency, u.currency_debit, u.currency_credit, u.rate, u.rate_kind, u.rate_date, u.party, u.party_role, u.description,
    u.document_ref, u.document_date, u.value_date, u.due_date, u.dimensions, u.quantity, u.unit, u.extra
  from unnest(l_entry, l_position, v_account, l_debit, l_credit, l_currency, l_currency_debit, l_currency_credit, l_rate,
    l_rate_kind, l_rate_date, v_party, l_party_role, l_description, l_document_ref, l_document_date, l_value_date, l_due_date,
    l_dimensions, l_quantity, l_unit, l_extra)
    as u(entry, position, account, debit, credit, currency, currency_debit, currency_credit, rate, rate_kind, rate_date, party,
      party_role, description, document_ref, document_date, value_date, due_date, dimensions, quantity, unit, extra)
  where v_fault[u.entry] is null;

  -- Sorted, so that groups of two servers take the rows of totals in one order.
  insert into account_totals as t (tenant_id, year_id, period, account_id, currency, debit, credit, currency_debit, currency_credit, lines)
  select p_tenant, v_year[u.entry], v_period[u.entry], u.account, u.currency, sum(u.debit), sum(u.credit),
    sum(u.currency_debit), sum(u.currency_credit), count(*)
  from unnest(l_entry, v_account, l_currency, l_debit, l_credit, l_currency_debit, l_currency_credit)
    as u(entry, account, currency, debit, credit, currency_debit, currency_credit)
  where v_fault[u.entry] is null
  group by 2, 3, 4, 5
  order by 2, 3, 4, 5
  on conflict (tenant_id, year_id, period, account_id, currency) do update set
    debit = t.debit + excluded.debit, credit = t.credit + excluded.credit,
    currency_debit = t.currency_debit + excluded.currency_debit, currency_credit = t.currency_credit + excluded.currency_credit,
    lines = t.lines + excluded.lines;

  if v_parties then
    insert into party_totals as t (tenant_id, year_id, period, account_id, party_id, currency, debit, credit, currency_debit, currency_credit, lines)
    select p_tenant, v_year[u.entry], v_period[u.entry], u.account, u.party, u.currency, sum(u.debit), sum(u.credit),
      sum(u.currency_debit), sum(u.currency_credit), count(*)
    from unnest(l_entry, v_account, v_party, v_control, l_currency, l_debit, l_credit, l_currency_debit, l_currency_credit)
      as u(entry, account, party, control, currency, debit, credit, currency_debit, currency_credit)
    where v_fault[u.entry] is null and u.control and u.party is not null
    group by 2, 3, 4, 5, 6
    order by 2, 3, 4, 5, 6
    on conflict (tenant_id, year_id, period, account_id, party_id, currency) do update set
      debit = t.debit + excluded.debit, credit = t.credit + excluded.credit,
      currency_debit = t.currency_debit + excluded.currency_debit, currency_credit = t.currency_credit + excluded.currency_credit,
      lines = t.lines + excluded.lines;
  end if;

  if 'opening' = any (e_kind) then
    update years y set opening_entry_id = u.id, updated_at = p_now, version = y.version + 1
    from unnest(e_id, e_kind, v_year, v_fault) as u(id, kind, year, fault)
    where y.tenant_id = p_tenant and y.id = u.year and u.kind = 'opening' and u.fault is null;
  end if;

  insert into audit_events (tenant_id, id, at, actor_key_id, actor_name, operation, resource, resource_id, resource_code, after, request_id)
  select p_tenant, u.audit, p_now, u.actor, u.actor_name, u.operation, 'entry', u.id, u.number,
    jsonb_build_object('journal', u.journal, 'date', u.date, 'lines', u.last - u.first + 1), u.request
  from unnest(e_id, e_audit, e_actor, e_actor_name, e_operation, v_number, e_journal, e_date, e_first, e_last, e_request, v_fault)
    as u(id, audit, actor, actor_name, operation, number, journal, date, first, last, request, fault)
  where u.fault is null;

  return query
  select u.ord::int, u.fault, u.fault_line, u.journal, u.year, u.year_code, u.period::int, u.series_code, u.series, u.sequence,
    u.number, array_to_string(v_account[u.first:u.last], ','), array_to_string(v_party[u.first:u.last], ',', '')
  from unnest(v_fault, v_fault_line, v_journal, v_year, v_year_code, v_period, v_series_code, v_series, v_sequence, v_number,
    e_first, e_last) with ordinality
    as u(fault, fault_line, journal, year, year_code, period, series_code, series, sequence, number, first, last, ord)
  order by u.ord;
end
$$;

-- While a tenant is in `setup` its trial imports may be thrown away; reference data stays. Audited by the caller.
create function reset_ledger(p_tenant uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if p_tenant is distinct from current_tenant() then
    raise exception 'reset_ledger: tenant % is not the transaction''s', p_tenant;
  end if;

  perform 1 from tenants t where t.id = p_tenant and t.state = 'setup';
  if not found then
    raise exception 'reset_ledger: tenant % is not in setup', p_tenant;
  end if;

  delete from settlement_lines where tenant_id = p_tenant;
  delete from settlements where tenant_id = p_tenant;
  delete from party_totals where tenant_id = p_tenant;
  delete from account_totals where tenant_id = p_tenant;
  delete from lines where tenant_id = p_tenant;
  delete from entries where tenant_id = p_tenant;
  delete from year_balances where tenant_id = p_tenant;
end
$$;

grant delete on settlement_lines, settlements, party_totals, account_totals, lines, entries to erp_poster;

grant create on schema public to erp_poster;

alter function post_entries owner to erp_poster;

alter function reset_ledger owner to erp_poster;

revoke create on schema public from erp_poster;

revoke execute on function post_entries from public;

revoke execute on function reset_ledger from public;

grant execute on function post_entries to erp_app;

grant execute on function reset_ledger to erp_platform;
