-- phase: expand
-- `memo` gets another name: a column beside it, then its values, then the old one goes.
alter table lines add column note text;

-- down
alter table lines drop column note;
