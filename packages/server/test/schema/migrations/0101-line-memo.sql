-- phase: expand
-- A column that is filled in afterwards.
alter table lines add column memo text;

-- down
alter table lines drop column memo;
