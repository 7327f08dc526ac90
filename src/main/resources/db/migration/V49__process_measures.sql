-- What the history of the engine comes to, by the day of the company. It outlives that history.

-- How often a step ended with each duration (in milliseconds), so that medians and percentiles are exact.
create table measured_step (
  process varchar(255) not null,
  ended_on date not null,
  step varchar(255) not null,
  version int not null,
  duration bigint not null,
  visits int not null,
  primary key (process, ended_on, step, version, duration)
) collate utf8mb4_0900_bin;

-- How often a flow was taken.
create table measured_flow (
  process varchar(255) not null,
  taken_on date not null,
  flow varchar(255) not null,
  version int not null,
  passages int not null,
  primary key (process, taken_on, flow, version)
) collate utf8mb4_0900_bin;

-- How many instances began and ended.
create table measured_day (
  process varchar(255) not null,
  measured_on date not null,
  version int not null,
  started int not null,
  ended int not null,
  primary key (process, measured_on, version)
) collate utf8mb4_0900_bin;

-- Each instance that ended. Its subject is the number of the order; the path is a number for the steps that it passed.
create table measured_instance (
  instance varchar(64) not null primary key,
  process varchar(255) not null,
  version int not null,
  subject varchar(255),
  started_at datetime(6) not null,
  ended_at datetime(6) not null,
  ended_on date not null,
  duration bigint not null,
  tasks int not null,
  repeats int not null,
  outcome varchar(255),
  path bigint not null
) collate utf8mb4_0900_bin;
create index measured_instance_day on measured_instance (process, ended_on, duration);

create table measured_path (
  process varchar(255) not null,
  path bigint not null,
  steps mediumtext not null,
  primary key (process, path)
) collate utf8mb4_0900_bin;

-- How long instances that ended took from when they first came to a step at which they waited, counted like measured_step.
create table measured_rest (
  process varchar(255) not null,
  step varchar(255) not null,
  ended_on date not null,
  version int not null,
  duration bigint not null,
  visits int not null,
  primary key (process, step, ended_on, version, duration)
) collate utf8mb4_0900_bin;

-- How many tasks of people were done, how long they had waited until somebody claimed them and how long the work took then. The person is
-- empty unless the company wants to see who did how much.
create table measured_task (
  process varchar(255) not null,
  ended_on date not null,
  step varchar(255) not null,
  version int not null,
  role varchar(64) not null,
  person varchar(64) not null,
  tasks int not null,
  waited bigint not null,
  worked bigint not null,
  primary key (process, ended_on, step, version, role, person)
) collate utf8mb4_0900_bin;

-- Until when everything is measured (null: nothing yet), and the day from which the figures are about to be measured again.
create table measure_progress (
  id int not null primary key,
  measured_until datetime(6),
  again_from date
) collate utf8mb4_0900_bin;
insert into measure_progress (id, measured_until, again_from) values (1, null, null);
