-- The network address of who changed something; null when Ordertrail itself did, and for what was changed before.
alter table change_entry add column origin varchar(64);
