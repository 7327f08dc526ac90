-- Every order has a process instance, and no two orders share one.
create table customer_order (
  number varchar(9) not null primary key,
  process_instance varchar(64) not null,
  customer varchar(40) not null,
  channel varchar(40) not null,
  external_reference varchar(100),
  currency varchar(3) not null,
  requested_delivery date,
  partial_delivery boolean not null,
  note varchar(1000),
  ship_name varchar(200),
  ship_street varchar(200),
  ship_postal_code varchar(20),
  ship_city varchar(100),
  ship_region varchar(100),
  ship_country varchar(2),
  ship_phone varchar(50),
  ship_email varchar(254),
  total decimal(19, 4) not null,
  content varchar(64) not null,
  priority varchar(20),
  state varchar(20) not null,
  state_since datetime(6) not null,
  -- How many parcels were planned for the order, and how many of them before it was confirmed last.
  parcels int not null default 0,
  parcels_before int not null default 0,
  entered_at datetime(6) not null,
  entered_by varchar(64) not null,
  version int not null,
  constraint order_process_once unique (process_instance),
  constraint order_reference_once unique (channel, external_reference),
  constraint order_of_customer foreign key (customer) references customer (number),
  constraint order_total check (total >= 0)
) collate utf8mb4_0900_bin;
create index order_newest on customer_order (entered_at, number);
create index order_by_state on customer_order (state, entered_at);
create index order_by_customer on customer_order (customer, state, entered_at);
create index order_duplicates on customer_order (customer, content, entered_at);

create table order_line (
  order_number varchar(9) not null,
  position int not null,
  customer varchar(40) not null,
  entered_at datetime(6) not null,
  sku varchar(40) not null,
  name varchar(200) not null,
  quantity int not null,
  cancelled_quantity int not null,
  unit_price decimal(19, 4) not null,
  list_price decimal(19, 4) not null,
  discount_percent decimal(7, 4) not null,
  amount decimal(19, 4) not null,
  primary key (order_number, position),
  constraint line_of_order foreign key (order_number) references customer_order (number),
  constraint line_of_product foreign key (sku) references product (sku),
  constraint line_quantity check (quantity > 0 and cancelled_quantity >= 0 and cancelled_quantity <= quantity),
  constraint line_price check (unit_price >= 0 and list_price >= 0 and amount >= 0),
  constraint line_discount check (discount_percent >= 0 and discount_percent <= 100)
) collate utf8mb4_0900_bin;
create index line_history on order_line (customer, sku, entered_at);

create table order_hold (
  order_number varchar(9) not null,
  position int not null,
  rule_id varchar(100) not null,
  reason varchar(1000) not null,
  severity varchar(20) not null,
  status varchar(20) not null,
  opened_at datetime(6) not null,
  closed_at datetime(6),
  closed_by varchar(64),
  primary key (order_number, position),
  constraint hold_of_order foreign key (order_number) references customer_order (number)
) collate utf8mb4_0900_bin;

-- Append-only: the timeline, the event log, the source of messages to other systems.
create table order_event (
  id bigint not null primary key,
  order_number varchar(9) not null,
  at datetime(6) not null,
  actor varchar(100) not null,
  what varchar(40) not null,
  from_state varchar(20),
  to_state varchar(20),
  note varchar(1500),
  constraint event_of_order foreign key (order_number) references customer_order (number)
) collate utf8mb4_0900_bin;
create index event_by_order on order_event (order_number, at, id);

-- The request of each idempotency key and its answer. The key is stored as a hash, so that no collation treats two keys as equal.
create table idempotency_key (
  client varchar(100) not null,
  key_hash char(64) not null,
  request_hash char(64) not null,
  claim char(36) not null,
  claimed_at datetime(6) not null,
  expires_at datetime(6) not null,
  status int,
  location varchar(100),
  response mediumtext,
  primary key (client, key_hash)
) collate utf8mb4_0900_bin;
create index idempotency_key_expiry on idempotency_key (expires_at);
