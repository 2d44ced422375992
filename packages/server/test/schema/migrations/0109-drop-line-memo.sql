-- phase: contract
alter table lines drop column memo;
