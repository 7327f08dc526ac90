-- On hand and reserved per product and site. Reserved is never more than on hand.
create table stock_item (
  sku varchar(40) not null,
  site varchar(20) not null,
  bin varchar(20) not null,
  on_hand int not null,
  reserved int not null,
  incoming int not null default 0,
  -- An item without a reorder point is not checked.
  reorder_point int,
  reorder_quantity int,
  -- Snoozed: no proposal before then, unless the item has been above its reorder point in between.
  snoozed_until datetime(6),
  -- 1 while the item is below its reorder point, else null. The database calculates it, so that no order has to write it; its index changes
  -- only when an item crosses its reorder point.
  below_point int generated always as (case when on_hand - reserved + incoming < reorder_point then 1 end),
  primary key (sku, site),
  constraint stock_of_product foreign key (sku) references product (sku),
  constraint stock_at_site foreign key (site) references site (code),
  constraint stock_on_hand check (on_hand >= 0),
  constraint stock_reserved check (reserved >= 0),
  constraint stock_reserved_on_hand check (reserved <= on_hand),
  constraint stock_incoming check (incoming >= 0),
  constraint stock_reorder_point check (reorder_point is null or reorder_point > 0),
  constraint stock_reorder_quantity check (reorder_quantity is null or reorder_quantity > 0),
  constraint stock_reorder_both check
    ((reorder_point is null and reorder_quantity is null) or (reorder_point is not null and reorder_quantity is not null))
) collate utf8mb4_0900_bin;
create index stock_below_point on stock_item (below_point, sku, site);
create index stock_snoozed on stock_item (snoozed_until);

create table reservation (
  id bigint not null primary key,
  order_number varchar(9) not null,
  position int not null,
  priority tinyint not null,
  sku varchar(40) not null,
  site varchar(20) not null,
  quantity int not null,
  found int,
  status varchar(20) not null,
  reserved_at datetime(6) not null,
  parcel varchar(16),
  constraint reservation_of_stock foreign key (sku, site) references stock_item (sku, site),
  constraint reservation_of_order foreign key (order_number) references customer_order (number),
  constraint reservation_quantity check (quantity > 0),
  constraint reservation_found check (found is null or (found >= 0 and found <= quantity))
) collate utf8mb4_0900_bin;
create index reservation_by_order on reservation (order_number, status);
create index reservation_by_stock on reservation (sku, site, status);
create index reservation_open on reservation (status, sku, site);

-- The backorder queue: by priority, then by time of entry. Each order line has a position of its own in it.
create table backorder (
  order_number varchar(9) not null,
  position int not null,
  sku varchar(40) not null,
  priority tinyint not null,
  missing int not null,
  since datetime(6) not null,
  primary key (order_number, position),
  constraint backorder_of_order foreign key (order_number) references customer_order (number),
  constraint backorder_of_product foreign key (sku) references product (sku),
  constraint backorder_missing check (missing > 0)
) collate utf8mb4_0900_bin;
create index backorder_queue on backorder (sku, priority, since, order_number);

-- A purchase for a product at a site, from the proposal to the receipt.
create table purchase_order (
  id bigint not null primary key,
  sku varchar(40) not null,
  site varchar(20) not null,
  state varchar(20) not null,
  -- 1 while the proposal is open, else null: a product at a site has at most one open proposal
  undecided int generated always as (case when state = 'PROPOSED' then 1 end),
  suggested int not null,
  ordered int,
  received int not null,
  expected date,
  note varchar(1000),
  process_instance varchar(64),
  proposed_at datetime(6) not null,
  decided_at datetime(6),
  decided_by varchar(100),
  ended_at datetime(6),
  constraint purchase_proposed_once unique (sku, site, undecided),
  constraint purchase_process_once unique (process_instance),
  constraint purchase_of_stock foreign key (sku, site) references stock_item (sku, site),
  constraint purchase_suggested check (suggested >= 0),
  constraint purchase_ordered check (ordered is null or ordered > 0),
  constraint purchase_received check (received >= 0 and received <= coalesce(ordered, 0)),
  constraint purchase_decided check
    ((state in ('PROPOSED', 'DECLINED') and ordered is null and expected is null)
      or (state in ('ORDERED', 'RECEIVED', 'CLOSED') and ordered is not null and expected is not null))
) collate utf8mb4_0900_bin;
create index purchase_by_state on purchase_order (state, sku, expected);
create index purchase_by_product on purchase_order (sku, site, id);

-- Append-only ledger: the sums of its columns are the stock.
create table stock_movement (
  id bigint not null primary key,
  external_id varchar(100),
  sku varchar(40) not null,
  site varchar(20) not null,
  kind varchar(20) not null,
  on_hand_change int not null,
  reserved_change int not null,
  order_number varchar(9),
  reason varchar(500),
  purchase bigint,
  -- The number of the stocktake or transfer that a movement belongs to, such as S12 or T7.
  document varchar(20),
  actor varchar(100) not null,
  at datetime(6) not null,
  -- Null until the movement is announced, then the last announcement number at that time.
  announced bigint,
  constraint movement_once unique (external_id),
  constraint movement_of_stock foreign key (sku, site) references stock_item (sku, site),
  constraint movement_of_order foreign key (order_number) references customer_order (number),
  constraint movement_of_purchase foreign key (purchase) references purchase_order (id),
  constraint movement_moves check (on_hand_change <> 0 or reserved_change <> 0)
) collate utf8mb4_0900_bin;
create index movement_by_stock on stock_movement (sku, site, id);
create index movement_newest on stock_movement (sku, at, id);
create index movement_by_order on stock_movement (order_number, id);
create index movement_by_kind on stock_movement (kind, at);
create index movement_by_time on stock_movement (at);
create index movement_unannounced on stock_movement (announced);

-- The announcement of each stock change: the resulting level, with numbers without gaps, in commit order.
create table stock_announcement (
  number bigint not null primary key,
  sku varchar(40) not null,
  site varchar(20) not null,
  on_hand int not null,
  reserved int not null,
  at datetime(6) not null
) collate utf8mb4_0900_bin;
create index announcement_newest on stock_announcement (sku, site, number);
create index announcement_by_time on stock_announcement (at);

-- The transaction that locks its one row announces; no other allocates numbers meanwhile.
create table stock_announcer (
  id int not null primary key,
  last_number bigint not null
) collate utf8mb4_0900_bin;
insert into stock_announcer (id, last_number) values (1, 0);

-- The reservations requested from the external stock system, if there is one. A key is stored before its first use, so that a retry
-- after any failure repeats the same request under the same key.
create table external_reservation (
  reservation_key varchar(20) not null primary key,
  order_number varchar(9) not null,
  attempt int not null,
  content varchar(64) not null,
  status varchar(20) not null,
  asked_at datetime(6) not null,
  answered_at datetime(6),
  constraint external_reservation_of_order foreign key (order_number) references customer_order (number),
  constraint external_reservation_attempt unique (order_number, attempt)
) collate utf8mb4_0900_bin;

-- The stock check: until when a node has it, its findings, up to when the ledger is summed, and when the sums were last rebuilt from its start.
create table stock_check (
  id int not null primary key,
  taken_until datetime(6) not null,
  summed_until datetime(6) not null,
  rebuilt_at datetime(6) not null,
  checked_at datetime(6),
  violations int not null,
  findings varchar(4000) not null
) collate utf8mb4_0900_bin;
insert into stock_check (id, taken_until, summed_until, rebuilt_at, violations, findings)
values (1, '2000-01-01 00:00:00', '2000-01-01 00:00:00', '2000-01-01 00:00:00', 0, '');

-- The sums of all movements before stock_check.summed_until. They can be deleted: the ledger is the source.
create table stock_sum (
  sku varchar(40) not null,
  site varchar(20) not null,
  on_hand bigint not null,
  reserved bigint not null,
  primary key (sku, site)
) collate utf8mb4_0900_bin;
