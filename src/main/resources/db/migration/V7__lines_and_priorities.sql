-- Who comes first when goods are short: a customer's standing priority, and an order's own where it brings one.
alter table customer add column priority varchar(20) default 'NORMAL' not null;
alter table customer_order add column priority varchar(20);

-- Goods are set aside for a line of an order; what has left is known by its parcel.
alter table reservation add column position int default 0 not null;
alter table reservation add column priority tinyint default 1 not null;
alter table reservation add column parcel varchar(40);
update reservation set position = coalesce((select min(l.position) from order_line l
  where l.order_number = reservation.order_number and l.sku = reservation.sku), 0);
update reservation set parcel = (select min(s.tracking_number) from shipment s
  where s.order_number = reservation.order_number and s.shipped_at = (select min(first.shipped_at) from shipment first
    where first.order_number = reservation.order_number and first.shipped_at >= reservation.made_at))
  where status = 'SHIPPED';
update reservation set status = 'LOST'
  where status = 'SHIPPED' and parcel in (select s.tracking_number from shipment s where s.status = 'LOST');

-- The line of orders that wait: the more pressing are served first, and of equals who came first; each line of an order has its place.
create table backorder_before (
  order_number varchar(9) not null,
  sku varchar(40) not null,
  missing int not null,
  since datetime(6) not null
) collate utf8mb4_0900_bin;
insert into backorder_before (order_number, sku, missing, since) select order_number, sku, missing, since from backorder;
drop table backorder;
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
create index backorder_line on backorder (sku, priority, since, order_number);
insert into backorder (order_number, position, sku, priority, missing, since)
  select b.order_number, (select min(l.position) from order_line l where l.order_number = b.order_number and l.sku = b.sku),
    b.sku, 1, b.missing, b.since from backorder_before b;
drop table backorder_before;
