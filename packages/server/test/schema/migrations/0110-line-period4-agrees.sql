-- phase: contract
alter table lines add constraint lines_period4 check (period4 = period) not valid;
