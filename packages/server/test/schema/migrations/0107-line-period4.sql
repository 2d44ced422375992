-- phase: expand
-- `period` becomes an int: in place it would write the whole table under a lock.
alter table lines add column period4 int;

-- down
alter table lines drop column period4;
