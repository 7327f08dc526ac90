-- What people and systems edit carries a version, which rises with each change of theirs.
alter table stock_item add column settings_version int default 0 not null;
alter table webhook_endpoint add column version int default 0 not null;
