-- On hand and reserved per product and site. What is promised is never more than what lies there.
create table stock_item (
  sku varchar(40) not null,
  site varchar(20) not null,
  shelf varchar(20) not null,
  on_hand int not null,
  reserved int not null,
  primary key (sku, site),
  constraint stock_of_product foreign key (sku) references product (sku),
  constraint stock_at_site foreign key (site) references site (code),
  constraint stock_on_hand check (on_hand >= 0),
  constraint stock_reserved check (reserved >= 0),
  constraint stock_promised check (reserved <= on_hand)
) collate utf8mb4_0900_bin;

create table reservation (
  id bigint not null primary key,
  order_number varchar(9) not null,
  sku varchar(40) not null,
  site varchar(20) not null,
  quantity int not null,
  found int,
  status varchar(20) not null,
  made_at datetime(6) not null,
  constraint reservation_of_stock foreign key (sku, site) references stock_item (sku, site),
  constraint reservation_of_order foreign key (order_number) references customer_order (number),
  constraint reservation_quantity check (quantity > 0),
  constraint reservation_found check (found is null or (found >= 0 and found <= quantity))
) collate utf8mb4_0900_bin;
create index reservation_by_order on reservation (order_number, status);
create index reservation_by_stock on reservation (sku, site, status);

-- The line of orders that wait: who came first is served first.
create table backorder (
  order_number varchar(9) not null,
  sku varchar(40) not null,
  missing int not null,
  since datetime(6) not null,
  primary key (order_number, sku),
  constraint backorder_of_order foreign key (order_number) references customer_order (number),
  constraint backorder_of_product foreign key (sku) references product (sku),
  constraint backorder_missing check (missing > 0)
) collate utf8mb4_0900_bin;
create index backorder_line on backorder (sku, since, order_number);

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
  actor varchar(100) not null,
  at datetime(6) not null,
  constraint movement_once unique (external_id),
  constraint movement_of_stock foreign key (sku, site) references stock_item (sku, site),
  constraint movement_of_order foreign key (order_number) references customer_order (number),
  constraint movement_moves check (on_hand_change <> 0 or reserved_change <> 0)
) collate utf8mb4_0900_bin;
create index movement_by_stock on stock_movement (sku, site, id);
create index movement_newest on stock_movement (sku, at, id);
create index movement_by_order on stock_movement (order_number, id);
