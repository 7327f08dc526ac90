create table shipment (
  tracking_number varchar(40) not null primary key,
  order_number varchar(9) not null,
  -- The site that ships the parcel; null if the whole order ships in one parcel.
  site varchar(20),
  carrier varchar(60) not null,
  status varchar(20) not null,
  shipped_at datetime(6) not null,
  due date not null,
  closed_at datetime(6),
  version int not null,
  constraint shipment_of_order foreign key (order_number) references customer_order (number)
) collate utf8mb4_0900_bin;
create index shipment_by_order on shipment (order_number, status);

create table shipment_item (
  tracking_number varchar(40) not null,
  sku varchar(40) not null,
  quantity int not null,
  primary key (tracking_number, sku),
  constraint item_of_shipment foreign key (tracking_number) references shipment (tracking_number),
  constraint item_of_product foreign key (sku) references product (sku),
  constraint item_quantity check (quantity > 0)
) collate utf8mb4_0900_bin;

-- Events reported by carriers; a repeated message is stored once.
create table carrier_event (
  id varchar(100) not null primary key,
  tracking_number varchar(40) not null,
  status varchar(40) not null,
  at datetime(6) not null,
  constraint event_of_shipment foreign key (tracking_number) references shipment (tracking_number)
) collate utf8mb4_0900_bin;
