-- Which node makes the next backup and the next drill, and when they are due.
create table backup_duty (
  work varchar(20) not null primary key,
  due_at datetime(6) not null,
  taken_until datetime(6) not null
) collate utf8mb4_0900_bin;
insert into backup_duty (work, due_at, taken_until) values
  ('BACKUP', timestamp '2000-01-01 00:00:00', timestamp '2000-01-01 00:00:00'),
  ('DRILL', timestamp '2000-01-01 00:00:00', timestamp '2000-01-01 00:00:00');

-- What backups and drills came to.
create table backup_run (
  id bigint not null auto_increment primary key,
  work varchar(20) not null,
  begun_at datetime(6) not null,
  ended_at datetime(6) not null,
  file varchar(255),
  bytes bigint not null,
  findings mediumtext not null,
  counts mediumtext not null
) collate utf8mb4_0900_bin;
create index backup_run_newest on backup_run (begun_at);
create index backup_run_of_work on backup_run (work, begun_at);
