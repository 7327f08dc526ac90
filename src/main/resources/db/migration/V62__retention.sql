-- The last removal of each kind of data that is kept for a time only, and when the next one is due.
create table retention_run (
  kind varchar(30) not null primary key,
  due_at datetime(6) not null,
  ran_at datetime(6),
  kept_since datetime(6),
  removed bigint not null,
  still_there bigint not null,
  problem varchar(1000) not null
) collate utf8mb4_0900_bin;
insert into retention_run (kind, due_at, removed, still_there, problem) values
  ('FORM_DRAFTS', timestamp '2000-01-01 00:00:00', 0, 0, ''),
  ('IMPORTED_ROWS', timestamp '2000-01-01 00:00:00', 0, 0, ''),
  ('WEBHOOK_DELIVERIES', timestamp '2000-01-01 00:00:00', 0, 0, ''),
  ('ENGINE_HISTORY', timestamp '2000-01-01 00:00:00', 0, 0, ''),
  ('CHANGES', timestamp '2000-01-01 00:00:00', 0, 0, ''),
  ('CUSTOMERS', timestamp '2000-01-01 00:00:00', 0, 0, '');
