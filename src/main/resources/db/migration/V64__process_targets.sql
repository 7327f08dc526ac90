-- How long a step of a process, or all of it, may take (in milliseconds) from a day on; the step is empty for all of it. Without a duration
-- what was said before ends on that day. The version tells two people apart who change the same row.
create table measure_target (
  process varchar(255) not null,
  step varchar(255) not null,
  valid_from date not null,
  duration bigint,
  version int not null,
  primary key (process, step, valid_from)
) collate utf8mb4_0900_bin;
