-- Imported files are kept for a time only.
insert into retention_run (kind, due_at, removed, still_there, problem) values
  ('IMPORTED_FILES', timestamp '2000-01-01 00:00:00', 0, 0, ''),
  ('IMPORTED_RECORDS', timestamp '2000-01-01 00:00:00', 0, 0, '');

-- How many rows the background job has looked at, and from when to when: its rate.
alter table encryption_fill add column seen bigint default 0 not null;
alter table encryption_fill add column started_at datetime(6) default '2026-01-01 00:00:00' not null;
alter table encryption_fill add column went_at datetime(6) default '2026-01-01 00:00:00' not null;
