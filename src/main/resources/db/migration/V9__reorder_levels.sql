-- What a shelf is to be refilled at, and what is on its way to it. A shelf without a reorder point is not watched.
alter table stock_item add column reorder_point int;
alter table stock_item add column reorder_quantity int;
alter table stock_item add column incoming int not null default 0;
-- Nobody is asked about this shelf again before then, unless it has been above its point.
alter table stock_item add column quiet_until datetime(6);
-- 1 while the shelf is under its point, else nothing. Kept by the database, so that no order has to write it, and its index changes
-- only when a shelf crosses its point.
alter table stock_item add column under_point int generated always as
  (case when on_hand - reserved + incoming < reorder_point then 1 end);
alter table stock_item add constraint stock_incoming check (incoming >= 0);
alter table stock_item add constraint stock_reorder_point check (reorder_point is null or reorder_point > 0);
alter table stock_item add constraint stock_reorder_quantity check (reorder_quantity is null or reorder_quantity > 0);
alter table stock_item add constraint stock_reorder_both check
  ((reorder_point is null and reorder_quantity is null) or (reorder_point is not null and reorder_quantity is not null));
create index stock_under_point on stock_item (under_point, sku, site);
create index stock_quiet on stock_item (quiet_until);
