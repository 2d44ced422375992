-- phase: expand
create index concurrently lines_memo on lines (tenant_id, memo);

-- down
drop index concurrently lines_memo;
