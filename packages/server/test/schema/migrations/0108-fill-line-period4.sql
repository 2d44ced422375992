-- phase: backfill
-- rows: lines (entry_id, position)
update lines l set period4 = l.period
from batch b
where l.tenant_id = b.tenant_id and l.entry_id = b.entry_id and l.position = b.position and l.period4 is null;
