-- The steps that an instance passed again: how often after the first time, and how long (in milliseconds) that took.
create table measured_repeat (
  process varchar(255) not null,
  ended_on date not null,
  step varchar(255) not null,
  instance varchar(64) not null,
  version int not null,
  repeats int not null,
  duration bigint not null,
  primary key (process, ended_on, step, instance)
) collate utf8mb4_0900_bin;
