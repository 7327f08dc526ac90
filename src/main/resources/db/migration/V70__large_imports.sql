-- Where the part of a file begins that is not checked yet, so that each run of the check reads its own part alone.
alter table order_import add column next_line bigint not null default 1;
alter table order_import add column next_byte bigint not null default 0;
-- Finds a reference among the orders of a file.
create index order_import_entry_by_reference on order_import_entry (import_number, reference);
-- What a file of a watched folder holds where these are no orders.
alter table watched_file add column record_kind varchar(20);
