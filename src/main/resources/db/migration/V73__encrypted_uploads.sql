-- How a part of a stored file names the key that encrypts it; null for a part from before there was encryption.
alter table order_import_piece add column sealed_with varchar(12);
alter table record_import_piece add column sealed_with varchar(12);
