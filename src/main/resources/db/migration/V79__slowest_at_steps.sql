-- The longest stays at each step that ended on a day, of each version: the slowest at a step are read from them. The subject is the number of
-- the order; the duration is in milliseconds.
create table measured_stay (
  process varchar(255) not null,
  step varchar(255) not null,
  ended_on date not null,
  version int not null,
  stay varchar(64) not null,
  instance varchar(64) not null,
  subject varchar(255),
  started_at datetime(6) not null,
  ended_at datetime(6) not null,
  duration bigint not null,
  primary key (process, step, ended_on, version, stay)
) collate utf8mb4_0900_bin;
create index measured_stay_day on measured_stay (process, ended_on);

-- Sums over the instances of a period, and the order of the slowest of them, are read from this index alone.
create index measured_instance_figures on measured_instance (process, ended_on, duration, version, path, tasks, repeats);
alter table measured_instance drop index measured_instance_day;
