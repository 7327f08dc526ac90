-- In how many instances that ended a flow out of a gateway was taken, by the end event that they then reached; the outcome is empty for those
-- that ended at none.
create table measured_way (
  process varchar(255) not null,
  ended_on date not null,
  flow varchar(255) not null,
  version int not null,
  outcome varchar(255) not null,
  instances int not null,
  primary key (process, ended_on, flow, version, outcome)
) collate utf8mb4_0900_bin;
