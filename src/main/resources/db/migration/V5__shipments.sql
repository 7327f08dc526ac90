-- A parcel of an order. What follows from its handover to a carrier is null before.
create table parcel (
  number varchar(16) not null primary key,
  order_number varchar(9) not null,
  sequence int not null,
  state varchar(20) not null,
  carrier varchar(60),
  tracking_number varchar(40),
  shipped_at datetime(6),
  due date,
  closed_at datetime(6),
  version int not null,
  constraint parcel_of_order foreign key (order_number) references customer_order (number),
  constraint parcel_tracking unique (tracking_number)
) collate utf8mb4_0900_bin;

create table parcel_item (
  parcel varchar(16) not null,
  sku varchar(40) not null,
  quantity int not null,
  primary key (parcel, sku),
  constraint item_of_parcel foreign key (parcel) references parcel (number),
  constraint item_of_product foreign key (sku) references product (sku),
  constraint item_quantity check (quantity > 0)
) collate utf8mb4_0900_bin;

-- Events reported by carriers; a repeated message is stored once.
create table carrier_event (
  id varchar(100) not null primary key,
  tracking_number varchar(40) not null,
  status varchar(40) not null,
  at datetime(6) not null,
  constraint event_of_parcel foreign key (tracking_number) references parcel (tracking_number)
) collate utf8mb4_0900_bin;
