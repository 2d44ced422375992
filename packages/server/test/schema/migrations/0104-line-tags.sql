-- phase: expand
-- A table of tenants, under their policy from the first moment.
create table line_tags (
  tenant_id uuid not null,
  entry_id uuid not null,
  position int not null,
  tag text not null,
  primary key (tenant_id, entry_id, position, tag)
);

alter table line_tags enable row level security;

alter table line_tags force row level security;

create policy tenant on line_tags using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());

grant select, insert, delete on line_tags to erp_app;

-- down
drop table line_tags;
