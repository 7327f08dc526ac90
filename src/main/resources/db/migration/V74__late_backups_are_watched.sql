-- Backups and drills that are late or failed are watched from the beginning.
insert into report_alert (id, figure, above, bound, minutes, owner, created_at)
values ('late-backups', 'LATE_BACKUPS', true, 0, 60, 'Ordertrail', '2026-11-29 00:00:00');
