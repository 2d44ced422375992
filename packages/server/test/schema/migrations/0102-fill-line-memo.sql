-- phase: backfill
-- rows: lines (entry_id, position)
update lines l set memo = coalesce(l.description, '')
from batch b
where l.tenant_id = b.tenant_id and l.entry_id = b.entry_id and l.position = b.position and l.memo is null;
