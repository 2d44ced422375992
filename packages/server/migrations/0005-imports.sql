-- phase: expand
-- Import sessions. The fingerprint is the file's sha-256 with resource and options: what is committed once is not committed
-- again, unless the session says so. Rows and bytes are counted from the parts.
create table imports (
  tenant_id uuid not null,
  id uuid not null,
  resource text not null,
  mode text not null check (mode in ('create', 'upsert')),
  on_error text not null check (on_error in ('abort', 'skip')),
  format text not null,
  options jsonb not null,
  source_name text,
  size bigint,
  sha256 text not null,
  again boolean not null,
  fingerprint text not null,
  state text not null check (state in ('receiving', 'validating', 'valid', 'invalid', 'committing', 'committed', 'cancelled', 'reversed')),
  said jsonb,
  entries bigint not null default 0,
  lines bigint not null default 0,
  valid bigint not null default 0,
  written bigint not null default 0,
  updated bigint not null default 0,
  unchanged bigint not null default 0,
  skipped bigint not null default 0,
  rejected bigint not null default 0,
  debit bigint,
  credit bigint,
  interpretation jsonb,
  assertions jsonb not null default '[]',
  assertion_counts jsonb not null default '{"stated": 0, "agreed": 0}',
  effects jsonb,
  -- Debit and credit by account; minor units as text. Asked for page by page, never with the session.
  account_effects jsonb not null default '[]',
  opening_differences jsonb not null default '[]',
  progress jsonb,
  failure jsonb,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  validated_at timestamptz,
  committed_at timestamptz,
  reversed_at timestamptz,
  reversed_by text,
  -- Ids of the entries written: this, then the place in the source in 12 hex digits.
  id_prefix text,
  version int not null default 1,
  primary key (tenant_id, id)
);

create unique index imports_fingerprint_key on imports (tenant_id, fingerprint) where state = 'committed' and not again;

-- Staging is logged: an unlogged table is emptied by a crash of the database. A part and its rows are one transaction.
create table import_parts (
  tenant_id uuid not null,
  import_id uuid not null,
  part int not null,
  sha256 text not null,
  rows bigint not null,
  bytes bigint not null,
  -- Faulty rows that name no entry: each counts as a rejected one.
  loose bigint not null,
  received_at timestamptz not null,
  primary key (tenant_id, import_id, part)
);

-- Where an entry belongs, as far as it says so itself, in one text: a join of five columns is taken for one of a single row.
-- Null while the entry lacks its journal or its day.
create function import_place(journal text, series text, entry_date date, kind text, period smallint) returns text
language sql immutable parallel safe
as $$
  select journal || chr(10) || coalesce(series, '') || chr(10) || (entry_date - date '2000-01-01')::text || chr(10) ||
    coalesce(kind, 'normal') || chr(10) || coalesce(period, -1)::text
$$;

-- An entry as far as one part knows it; `ord` is part and place in it, so that it grows with the source. Parts that hold
-- lines of one entry are joined when the import is validated.
create table import_entries (
  tenant_id uuid not null,
  import_id uuid not null,
  ord bigint not null,
  entry text collate "C" not null,
  row bigint,
  lines int not null,
  debit bigint not null,
  credit bigint not null,
  -- Whether a line has a minus.
  negative boolean not null,
  storno boolean,
  kind text,
  journal text collate "C",
  series text collate "C",
  number text collate "C",
  sequence bigint,
  period smallint,
  entry_date date,
  document_date date,
  document_ref text,
  tax_date date,
  validated_on date,
  description text,
  external_id text,
  source jsonb,
  place text collate "C" generated always as (import_place(journal, series, entry_date, kind, period)) stored,
  -- Set by the checks.
  fault boolean not null default false,
  difference bigint,
  difference_account text collate "C",
  primary key (tenant_id, import_id, ord)
);

-- Amounts in minor units. `currency` null: the base currency, and the currency amounts are the base amounts.
create table import_lines (
  tenant_id uuid not null,
  import_id uuid not null,
  ord bigint not null,
  position int not null,
  row bigint,
  account text collate "C" not null,
  debit bigint not null,
  credit bigint not null,
  currency text collate "C",
  currency_debit bigint,
  currency_credit bigint,
  rate text,
  party text collate "C",
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
  settlement text collate "C",
  settlement_date date,
  primary key (tenant_id, import_id, ord, position)
);

-- What the lines of a part name: accounts, journals, series, parties, dimensions with their values, currencies.
create table import_names (
  tenant_id uuid not null,
  import_id uuid not null,
  part int not null,
  n int not null,
  kind text not null,
  within text not null,
  code text collate "C" not null,
  name text,
  type text,
  row bigint,
  primary key (tenant_id, import_id, part, n)
);

-- Rows that are no lines, as they came.
create table import_records (
  tenant_id uuid not null,
  import_id uuid not null,
  part int not null,
  n int not null,
  row bigint,
  body jsonb not null,
  primary key (tenant_id, import_id, part, n)
);

-- Part 0 holds what the checks found, other parts what was wrong with their rows on arrival. Row 0: the source has no line of it.
-- The key is the order in which they are read out.
create table import_rejects (
  tenant_id uuid not null,
  import_id uuid not null,
  row bigint not null,
  part int not null,
  n bigint not null,
  ord bigint,
  entry text,
  field text,
  value text,
  code text not null,
  message text not null,
  primary key (tenant_id, import_id, row, part, n)
);

-- Where the entries of a journal, day and kind belong, as the checks found it: series and year by what names them, because they
-- may not be there yet; the ids are filled in by the commit. Empty series, period -1: not named.
create table import_places (
  tenant_id uuid not null,
  import_id uuid not null,
  n int not null,
  journal text collate "C" not null,
  series text collate "C" not null,
  entry_date date not null,
  kind text not null,
  named_period smallint not null,
  place text collate "C" generated always as (import_place(journal, series, entry_date, kind, named_period)) stored,
  series_code text collate "C" not null,
  -- First day of the year; null: the series never starts over, and its numbers run through all years.
  numbers_from date,
  year_start date not null,
  period smallint not null,
  renumber boolean not null default false,
  -- False for openings that stand apart from the numbered entries of their file.
  numbered boolean not null default true,
  journal_id uuid,
  series_id uuid,
  series_year_id uuid,
  year_id uuid,
  primary key (tenant_id, import_id, n)
);

do $$
declare t text;
begin
  foreach t in array array['imports', 'import_parts', 'import_entries', 'import_lines', 'import_names', 'import_records',
                           'import_rejects', 'import_places'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (tenant_id = current_tenant()) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to erp_app', t);
    execute format('grant select on %I to erp_poster', t);
  end loop;
end
$$;

-- Nobody has counted the rows of an import that has just arrived, and the planner takes them for one or two. A sample of 3,000
-- rows is enough to know better; the default of 30,000 costs as much as a check.
do $$
declare c record;
begin
  for c in
    select table_name, column_name from information_schema.columns
    where table_schema = current_schema() and table_name in ('import_entries', 'import_lines', 'import_places')
  loop
    execute format('alter table %I alter column %I set statistics 10', c.table_name, c.column_name);
  end loop;
end
$$;

-- Minor units as a decimal string: -5, 2 -> -0.05.
create function minor_text(amount bigint, exponent int) returns text
language sql immutable parallel safe
as $$
  select case when amount < 0 then '-' else '' end ||
    case when exponent = 0 then abs(amount)::text
         else regexp_replace(lpad(abs(amount)::text, greatest(exponent + 1, length(abs(amount)::text)), '0'), '(.{' || exponent || '})$', '.\1') end
$$;

-- Entries that the checks have left, with the place they belong to, and their lines with the line that takes the difference of
-- an opening.
create view import_placed_entries with (security_invoker = true) as
  select e.*, m.series_code, m.numbers_from, m.year_start, m.journal_id, m.series_id, m.series_year_id, m.year_id,
    m.period as year_period, e.number is not null and not m.renumber as kept, m.numbered
  from import_places m
  join import_entries e on e.tenant_id = m.tenant_id and e.import_id = m.import_id and not e.fault and e.place = m.place;

create view import_placed_lines with (security_invoker = true) as
  select l.*, e.year_id, e.year_period, e.entry_date
  from import_lines l
  join import_placed_entries e on e.tenant_id = l.tenant_id and e.import_id = l.import_id and e.ord = l.ord
  union all
  select e.tenant_id, e.import_id, e.ord, e.lines + 1, e.row, e.difference_account, greatest(-e.difference, 0),
    greatest(e.difference, 0), null, null, null, null, null, null, 'Opening difference', null, null, null, null, null, null, null,
    null, null, null, e.year_id, e.year_period, e.entry_date
  from import_placed_entries e
  where e.difference is not null;

grant select on import_placed_entries, import_placed_lines to erp_app, erp_poster;

-- An id of an import: the prefix, then the place in the source, so that ids grow with it.
create function import_entry_id(prefix text, ord bigint) returns uuid
language sql immutable parallel safe
as $$ select (prefix || lpad(to_hex(ord), 12, '0'))::uuid $$;

-- Posts the staged entries of an import in which the checks have found no fault. Several statements over staging, because the
-- planner knows nothing of the sizes inside one large statement: a million lines took 93 s so, and 10 s in steps. Without
-- nested loops a wrong estimate costs a larger hash and never a quadratic join.
--
-- The caller has checked by set. What would break the ledger is checked here again: open periods that hold their dates, lines
-- that add up to their entries and, by constraint, balanced entries and unique numbers.
create function post_import(
  p_tenant uuid, p_import uuid, p_now timestamptz, p_base text, p_actor_name text, p_today date, p_system text,
  p_prefix text, p_parties jsonb
) returns table (entries bigint, lines bigint, debit bigint)
language plpgsql volatile security definer
set search_path = public, pg_temp set enable_nestloop = off set enable_sort = off set jit = off set work_mem = '64MB'
as $$
#variable_conflict use_column
declare
  v_wrong text;
  v_series uuid[]; v_year uuid[]; v_first bigint[];
  v_entries bigint; v_lines bigint; v_differences bigint; v_counted bigint; v_debit bigint; v_credit bigint;
  v_claimed_lines bigint; v_claimed_debit bigint; v_claimed_credit bigint;
begin
  if p_tenant is distinct from current_tenant() then
    raise exception 'post_import: tenant % is not the transaction''s', p_tenant;
  end if;

  perform 1 from imports i where i.tenant_id = p_tenant and i.id = p_import and i.state = 'committing';
  if not found then
    raise exception 'post_import: import % is not committing', p_import;
  end if;

  perform 1 from periods p
  where p.tenant_id = p_tenant
    and (p.year_id, p.number) in (
      select m.year_id, m.period from import_places m where m.tenant_id = p_tenant and m.import_id = p_import)
  order by p.year_id, p.number
  for share of p;

  select m.entry_date || ' in ' || m.journal into v_wrong
  from import_places m
  left join periods p on p.tenant_id = p_tenant and p.year_id = m.year_id and p.number = m.period
  left join years y on y.tenant_id = p_tenant and y.id = m.year_id
  where m.tenant_id = p_tenant and m.import_id = p_import
    and (p.state is distinct from 'open' or y.state is distinct from 'open'
         or m.entry_date not between p.start_date and p.end_date)
  limit 1;
  if v_wrong is not null then
    raise exception 'post_import: no open period for %', v_wrong;
  end if;

  insert into series_years (tenant_id, series_id, year_id, next)
  select distinct p_tenant, m.series_id, m.series_year_id, s.start
  from import_places m
  join series s on s.tenant_id = p_tenant and s.id = m.series_id
  where m.tenant_id = p_tenant and m.import_id = p_import
  on conflict do nothing;

  -- In one order, as post_entries takes them.
  perform 1 from series_years t
  where t.tenant_id = p_tenant
    and (t.series_id, t.year_id) in (
      select m.series_id, m.series_year_id from import_places m where m.tenant_id = p_tenant and m.import_id = p_import)
  order by t.series_id, t.year_id
  for update of t;

  -- Numbers of the file are kept and teach the series their form, unless its own format gives just these. Other forms before
  -- the digits than one give bare numbers. Numbers given anew in a series that the import makes have the form of the old ones.
  update series_years t
  set format = coalesce(f.form, t.format), imported = true
  from (
    select k.series_id, k.series_year_id,
      case when not bool_and(k.usual) then
        case when min(k.head) = max(k.head) and min(k.head) !~ '[{}]' then min(k.head) else '' end ||
        case when bool_or(k.tail like '0_%') then '{n:' || max(length(k.tail)) || '}' else '{n}' end
      end as form
    from (
      select e.series_id, e.series_year_id, substring(e.number from '[0-9]+$') as tail,
        regexp_replace(e.number, '[0-9]+$', '') as head,
        e.number = format_number(coalesce(d.format, s.format), e.journal, y.code, e.sequence) as usual
      from import_placed_entries e
      join series s on s.tenant_id = p_tenant and s.id = e.series_id
      join series_years d on d.tenant_id = p_tenant and d.series_id = e.series_id and d.year_id = e.series_year_id
      join years y on y.tenant_id = p_tenant and y.id = e.year_id
      where e.tenant_id = p_tenant and e.import_id = p_import and e.sequence is not null
        and (e.kept or s.created_at = p_now)) k
    group by k.series_id, k.series_year_id) f
  where t.tenant_id = p_tenant and t.series_id = f.series_id and t.year_id = f.series_year_id;

  -- What has no number of its own goes on after the highest of file and books, in the order of the file.
  select array_agg(x.series_id), array_agg(x.year_id), array_agg(x.first)
  into v_series, v_year, v_first
  from (
    select t.series_id, t.year_id, greatest(t.next, max(e.sequence) filter (where e.kept) + 1) as first
    from import_placed_entries e
    join series_years t on t.tenant_id = p_tenant and t.series_id = e.series_id and t.year_id = e.series_year_id
    where e.tenant_id = p_tenant and e.import_id = p_import
    group by t.series_id, t.year_id, t.next) x;

  -- A format is taken apart once for each place, and not once for each number: nearly all have one {n}.
  with places as materialized (
    select m.place, m.journal_id, m.year_id, m.period, m.series_id, m.renumber, y.code as year,
      coalesce(t.format, s.format) as format, f.first,
      regexp_match(replace(replace(coalesce(t.format, s.format), '{journal}', m.journal), '{year}', y.code),
        '^([^{}]*)\{n(?::(\d+))?\}([^{}]*)$') as parts
    from import_places m
    join unnest(v_series, v_year, v_first) as f(series_id, year_id, first)
      on f.series_id = m.series_id and f.year_id = m.series_year_id
    join series s on s.tenant_id = p_tenant and s.id = m.series_id
    join series_years t on t.tenant_id = p_tenant and t.series_id = m.series_id and t.year_id = m.series_year_id
    join years y on y.tenant_id = p_tenant and y.id = m.year_id
    where m.tenant_id = p_tenant and m.import_id = p_import),
  -- Ranked apart, so that the sort moves three columns and not the whole entry.
  ranks as (
    select e.ord, row_number() over (partition by e.series_id, e.series_year_id order by e.ord) as rank
    from import_placed_entries e
    where e.tenant_id = p_tenant and e.import_id = p_import and not e.kept and e.numbered),
  written as (
    insert into entries (tenant_id, id, external_id, journal_id, year_id, period, kind, entry_date, document_date, document_ref,
      tax_date, validated_on, description, series_id, sequence, number, source, origin_type, storno, line_count, debit_total,
      credit_total, base_currency, created_at, created_by, posted_at, posted_by, import_id)
    select p_tenant, import_entry_id(p_prefix, e.ord), e.external_id, m.journal_id, m.year_id, m.period,
      coalesce(e.kind, 'normal'), e.entry_date, e.document_date, e.document_ref, coalesce(e.tax_date, e.entry_date),
      coalesce(e.validated_on, p_today), e.description, m.series_id,
      case when r.ord is null then e.sequence else m.first - 1 + r.rank end,
      case
        when r.ord is null then e.number
        when m.parts is null then format_number(m.format, e.journal, m.year, m.first - 1 + r.rank)
        else m.parts[1] || lpad(n.text, greatest(coalesce(m.parts[2]::int, 0), length(n.text)), '0') || m.parts[3]
      end,
      case
        when e.source is null and e.row is not null then
          jsonb_build_object('system', p_system, 'reference', coalesce(e.number, e.entry), 'line', e.row::text)
        else
          jsonb_strip_nulls(jsonb_build_object('system', p_system, 'reference', coalesce(e.number, e.entry), 'line', e.row::text))
            || coalesce(e.source, '{}')
      end,
      'import', coalesce(e.storno, false), e.lines + (e.difference is not null)::int,
      e.debit + greatest(-coalesce(e.difference, 0), 0), e.credit + greatest(coalesce(e.difference, 0), 0), p_base, p_now,
      p_actor_name, p_now, p_actor_name, p_import
    from import_entries e
    join places m on m.place = e.place
    left join ranks r on r.ord = e.ord
    cross join lateral (select (m.first - 1 + r.rank)::text as text) n
    where e.tenant_id = p_tenant and e.import_id = p_import and not e.fault
    returning line_count, debit_total, credit_total)
  select count(*), coalesce(sum(w.line_count), 0), coalesce(sum(w.debit_total), 0), coalesce(sum(w.credit_total), 0)
  into v_entries, v_claimed_lines, v_claimed_debit, v_claimed_credit
  from written w;

  -- Gaps are read from the books, so that an import that fills one closes it; what a gap was explained with stays.
  update series_years t
  set next = greatest(t.next, n.highest + 1), lowest = n.lowest, highest = n.highest, gaps = n.gaps
  from (
    select u.series_id, u.year_id, min(g.sequence) as lowest, max(g.sequence) as highest,
      coalesce(jsonb_agg(jsonb_build_object('from', g.before + 1, 'to', g.sequence - 1, 'reason', (
        select o.value ->> 'reason' from series_years k, jsonb_array_elements(k.gaps) o
        where k.tenant_id = p_tenant and k.series_id = u.series_id and k.year_id = u.year_id
          and (o.value ->> 'from')::bigint = g.before + 1 and (o.value ->> 'to')::bigint = g.sequence - 1))
        order by g.sequence) filter (where g.sequence > g.before + 1), '[]') as gaps
    from unnest(v_series, v_year) as u(series_id, year_id)
    join lateral (
      select e.sequence, lag(e.sequence) over (order by e.sequence) as before
      from entries e
      join series s on s.tenant_id = p_tenant and s.id = e.series_id
      where e.tenant_id = p_tenant and e.series_id = u.series_id and e.sequence is not null
        and (s.reset = 'never' or e.year_id = u.year_id)) g on true
    group by u.series_id, u.year_id) n
  where t.tenant_id = p_tenant and t.series_id = n.series_id and t.year_id = n.year_id;

  -- The lines come as they were staged, and entries, accounts and parties are what is hashed: the key of `lines` grows twice as
  -- fast in order.
  with ids as materialized (select p.key as party, p.value::uuid as id from jsonb_each_text(p_parties) p),
  placed as (
    select e.ord, import_entry_id(p_prefix, e.ord) as id, e.year_id, e.year_period, e.entry_date
    from import_placed_entries e
    where e.tenant_id = p_tenant and e.import_id = p_import
    offset 0)
  insert into lines (tenant_id, entry_id, position, account_id, year_id, period, entry_date, debit, credit, currency,
    currency_debit, currency_credit, rate, party_id, party_role, description, document_ref, document_date, value_date, due_date,
    dimensions, quantity, unit, extra)
  select p_tenant, e.id, l.position, a.id, e.year_id, e.year_period, e.entry_date, l.debit, l.credit,
    coalesce(l.currency, p_base), coalesce(l.currency_debit, l.debit), coalesce(l.currency_credit, l.credit), l.rate, p.id,
    l.party_role, l.description, l.document_ref, l.document_date, l.value_date, l.due_date, l.dimensions, l.quantity, l.unit,
    l.extra
  from import_lines l
  join placed e on e.ord = l.ord
  join accounts a on a.tenant_id = p_tenant and a.code = l.account
  left join ids p on p.party = l.party
  where l.tenant_id = p_tenant and l.import_id = p_import;
  get diagnostics v_lines = row_count;

  insert into lines (tenant_id, entry_id, position, account_id, year_id, period, entry_date, debit, credit, currency,
    currency_debit, currency_credit, description)
  select p_tenant, import_entry_id(p_prefix, e.ord), e.lines + 1, a.id, e.year_id,
    e.year_period, e.entry_date, greatest(-e.difference, 0), greatest(e.difference, 0), p_base, greatest(-e.difference, 0),
    greatest(e.difference, 0), 'Opening difference'
  from import_placed_entries e
  join accounts a on a.tenant_id = p_tenant and a.code = e.difference_account
  where e.tenant_id = p_tenant and e.import_id = p_import and e.difference is not null;
  get diagnostics v_differences = row_count;
  v_lines := v_lines + v_differences;

  -- One pass over the lines for the totals of accounts, those of parties, and the proof that nothing was lost on the way.
  with sums as materialized (
    select l.year_id, l.year_period, l.account, l.party, coalesce(l.currency, p_base) as currency, sum(l.debit) as debit,
      sum(l.credit) as credit, sum(coalesce(l.currency_debit, l.debit)) as currency_debit,
      sum(coalesce(l.currency_credit, l.credit)) as currency_credit, count(*) as lines
    from import_placed_lines l
    where l.tenant_id = p_tenant and l.import_id = p_import
    group by 1, 2, 3, 4, 5),
  of_accounts as (
    insert into account_totals as t (tenant_id, year_id, period, account_id, currency, debit, credit, currency_debit, currency_credit, lines)
    select p_tenant, u.year_id, u.year_period, a.id, u.currency, sum(u.debit), sum(u.credit), sum(u.currency_debit),
      sum(u.currency_credit), sum(u.lines)
    from sums u
    join accounts a on a.tenant_id = p_tenant and a.code = u.account
    group by 2, 3, 4, 5
    order by 2, 3, 4, 5
    on conflict (tenant_id, year_id, period, account_id, currency) do update set
      debit = t.debit + excluded.debit, credit = t.credit + excluded.credit,
      currency_debit = t.currency_debit + excluded.currency_debit, currency_credit = t.currency_credit + excluded.currency_credit,
      lines = t.lines + excluded.lines),
  of_parties as (
    insert into party_totals as t (tenant_id, year_id, period, account_id, party_id, currency, debit, credit, currency_debit, currency_credit, lines)
    select p_tenant, u.year_id, u.year_period, a.id, p.value::uuid, u.currency, sum(u.debit), sum(u.credit),
      sum(u.currency_debit), sum(u.currency_credit), sum(u.lines)
    from sums u
    join accounts a on a.tenant_id = p_tenant and a.code = u.account and a.control <> 'none'
    join jsonb_each_text(p_parties) p on p.key = u.party
    group by 2, 3, 4, 5, 6
    order by 2, 3, 4, 5, 6
    on conflict (tenant_id, year_id, period, account_id, party_id, currency) do update set
      debit = t.debit + excluded.debit, credit = t.credit + excluded.credit,
      currency_debit = t.currency_debit + excluded.currency_debit, currency_credit = t.currency_credit + excluded.currency_credit,
      lines = t.lines + excluded.lines)
  select coalesce(sum(u.lines), 0), coalesce(sum(u.debit), 0), coalesce(sum(u.credit), 0) into v_counted, v_debit, v_credit
  from sums u;

  if (v_lines, v_counted, v_debit, v_credit)
      is distinct from (v_claimed_lines, v_claimed_lines, v_claimed_debit, v_claimed_credit) then
    raise exception 'post_import: % lines of % and %, their entries say % of % and %',
      v_lines, v_debit, v_credit, v_claimed_lines, v_claimed_debit, v_claimed_credit;
  end if;

  -- Several opening entries of one import are one stated opening; the first stands for it.
  update years y
  set opening_entry_id = import_entry_id(p_prefix, o.ord), updated_at = p_now, version = y.version + 1
  from (
    select e.year_id, min(e.ord) as ord from import_placed_entries e
    where e.tenant_id = p_tenant and e.import_id = p_import and e.kind = 'opening'
    group by e.year_id) o
  where y.tenant_id = p_tenant and y.id = o.year_id;

  return query select v_entries, v_lines, v_debit;
end
$$;

-- Takes back what an import has posted: for each entry that is not reversed yet one that reverses it, on the same day, in the
-- same period and in the order of the originals. A void entry has nothing to take back. The years lose the openings that the
-- import stated, so that they may be stated again.
create function reverse_import(
  p_tenant uuid, p_import uuid, p_now timestamptz, p_actor_name text, p_today date, p_negative boolean, p_prefix text,
  p_new_prefix text
) returns table (entries bigint, lines bigint)
language plpgsql volatile security definer
set search_path = public, pg_temp set enable_nestloop = off set jit = off set work_mem = '64MB'
as $$
#variable_conflict use_column
declare
  v_from uuid := (p_prefix || repeat('0', 12))::uuid;
  v_to uuid := (p_prefix || repeat('f', 12))::uuid;
  v_new_from uuid := (p_new_prefix || repeat('0', 12))::uuid;
  v_new_to uuid := (p_new_prefix || repeat('f', 12))::uuid;
  v_entries bigint; v_lines bigint;
begin
  if p_tenant is distinct from current_tenant() then
    raise exception 'reverse_import: tenant % is not the transaction''s', p_tenant;
  end if;

  perform 1 from imports i
  where i.tenant_id = p_tenant and i.id = p_import and i.state = 'committed' and i.id_prefix = p_prefix;
  if not found then
    raise exception 'reverse_import: import % is not committed', p_import;
  end if;

  perform 1 from periods p
  where p.tenant_id = p_tenant
    and (p.year_id, p.number) in (
      select o.year_id, o.period from entries o where o.tenant_id = p_tenant and o.id between v_from and v_to)
  order by p.year_id, p.number
  for share of p;

  perform 1 from entries o
  join periods p on p.tenant_id = p_tenant and p.year_id = o.year_id and p.number = o.period
  join years y on y.tenant_id = p_tenant and y.id = o.year_id
  where o.tenant_id = p_tenant and o.id between v_from and v_to and (p.state <> 'open' or y.state <> 'open')
    and o.kind <> 'void' and not exists (select from entries r where r.tenant_id = p_tenant and r.reversal_of = o.id);
  if found then
    raise exception 'reverse_import: a period is not open';
  end if;

  perform 1 from series_years t
  where t.tenant_id = p_tenant
    and t.series_id in (select o.series_id from entries o where o.tenant_id = p_tenant and o.id between v_from and v_to)
  order by t.series_id, t.year_id
  for update of t;

  insert into entries (tenant_id, id, journal_id, year_id, period, kind, entry_date, document_date, document_ref, tax_date,
    validated_on, description, series_id, sequence, number, origin_type, reversal_of, storno, line_count, debit_total,
    credit_total, base_currency, created_at, created_by, posted_at, posted_by, import_id)
  select p_tenant, (p_new_prefix || right(x.id::text, 12))::uuid, x.journal_id, x.year_id, x.period, 'reversal', x.entry_date,
    x.document_date, x.document_ref, x.entry_date, p_today, 'Reversal of ' || coalesce(x.number, 'the opening'), x.series_id, x.taken,
    format_number(coalesce(x.year_format, x.format), x.journal, x.year, x.taken), 'import', x.id, x.storno <> p_negative,
    x.line_count, x.sign * x.debit_total, x.sign * x.credit_total, x.base_currency, p_now, p_actor_name, p_now, p_actor_name,
    p_import
  from (
    select o.*, j.code as journal, y.code as year, s.format, t.format as year_format,
      case when p_negative then -1 else 1 end as sign,
      t.next - 1 + row_number() over (partition by t.series_id, t.year_id order by o.id) as taken
    from entries o
    join journals j on j.tenant_id = p_tenant and j.id = o.journal_id
    join years y on y.tenant_id = p_tenant and y.id = o.year_id
    join series s on s.tenant_id = p_tenant and s.id = o.series_id
    join series_years t on t.tenant_id = p_tenant and t.series_id = o.series_id
      and t.year_id = case s.reset when 'never' then '00000000-0000-0000-0000-000000000000' else o.year_id end
    left join entries r on r.tenant_id = p_tenant and r.reversal_of = o.id
    where o.tenant_id = p_tenant and o.id between v_from and v_to and o.kind <> 'void' and r.id is null) x
  order by x.id;
  get diagnostics v_entries = row_count;

  update series_years t set next = n.highest + 1, highest = n.highest
  from (
    select e.series_id, case s.reset when 'never' then '00000000-0000-0000-0000-000000000000' else e.year_id end as year_id,
      max(e.sequence) as highest
    from entries e
    join series s on s.tenant_id = p_tenant and s.id = e.series_id
    where e.tenant_id = p_tenant and e.id between v_new_from and v_new_to
    group by 1, 2) n
  where t.tenant_id = p_tenant and t.series_id = n.series_id and t.year_id = n.year_id;

  insert into lines (tenant_id, entry_id, position, account_id, year_id, period, entry_date, debit, credit, currency,
    currency_debit, currency_credit, rate, rate_kind, rate_date, party_id, party_role, description, document_ref, document_date,
    value_date, due_date, dimensions, quantity, unit, extra)
  select p_tenant, e.id, l.position, l.account_id, l.year_id, l.period, l.entry_date,
    case when p_negative then -l.debit else l.credit end, case when p_negative then -l.credit else l.debit end, l.currency,
    case when p_negative then -l.currency_debit else l.currency_credit end,
    case when p_negative then -l.currency_credit else l.currency_debit end, l.rate, l.rate_kind, l.rate_date, l.party_id,
    l.party_role, l.description, l.document_ref, l.document_date, l.value_date, l.due_date, l.dimensions, l.quantity, l.unit,
    l.extra
  from lines l
  join entries e on e.tenant_id = p_tenant and e.reversal_of = l.entry_id and e.id between v_new_from and v_new_to
  where l.tenant_id = p_tenant and l.entry_id between v_from and v_to
  order by l.entry_id, l.position;
  get diagnostics v_lines = row_count;

  insert into account_totals as t (tenant_id, year_id, period, account_id, currency, debit, credit, currency_debit, currency_credit, lines)
  select p_tenant, l.year_id, l.period, l.account_id, l.currency, sum(l.debit), sum(l.credit), sum(l.currency_debit),
    sum(l.currency_credit), count(*)
  from lines l
  where l.tenant_id = p_tenant and l.entry_id between v_new_from and v_new_to
  group by 2, 3, 4, 5
  order by 2, 3, 4, 5
  on conflict (tenant_id, year_id, period, account_id, currency) do update set
    debit = t.debit + excluded.debit, credit = t.credit + excluded.credit,
    currency_debit = t.currency_debit + excluded.currency_debit, currency_credit = t.currency_credit + excluded.currency_credit,
    lines = t.lines + excluded.lines;

  insert into party_totals as t (tenant_id, year_id, period, account_id, party_id, currency, debit, credit, currency_debit, currency_credit, lines)
  select p_tenant, l.year_id, l.period, l.account_id, l.party_id, l.currency, sum(l.debit), sum(l.credit), sum(l.currency_debit),
    sum(l.currency_credit), count(*)
  from lines l
  join accounts a on a.tenant_id = p_tenant and a.id = l.account_id and a.control <> 'none'
  where l.tenant_id = p_tenant and l.entry_id between v_new_from and v_new_to and l.party_id is not null
  group by 2, 3, 4, 5, 6
  order by 2, 3, 4, 5, 6
  on conflict (tenant_id, year_id, period, account_id, party_id, currency) do update set
    debit = t.debit + excluded.debit, credit = t.credit + excluded.credit,
    currency_debit = t.currency_debit + excluded.currency_debit, currency_credit = t.currency_credit + excluded.currency_credit,
    lines = t.lines + excluded.lines;

  update years y set opening_entry_id = null, opening_differences = '[]', updated_at = p_now, version = y.version + 1
  where y.tenant_id = p_tenant and y.opening_entry_id between v_from and v_to;

  return query select v_entries, v_lines;
end
$$;

grant create on schema public to erp_poster;

alter function post_import owner to erp_poster;

alter function reverse_import owner to erp_poster;

revoke create on schema public from erp_poster;

revoke execute on function post_import from public;

revoke execute on function reverse_import from public;

grant execute on function post_import to erp_app;

grant execute on function reverse_import to erp_app;
