-- Stocktakes: the counted quantities, compared with the book quantity at the moment of each count.
create table stocktake (
  number bigint not null primary key,
  site varchar(20) not null,
  whole_site boolean not null,
  reason varchar(500) not null,
  state varchar(20) not null,
  round int not null,
  opened_by varchar(100) not null,
  opened_at datetime(6) not null,
  submitted_by varchar(100),
  submitted_at datetime(6),
  approved_by varchar(100),
  approved_at datetime(6),
  closed_by varchar(100),
  closed_at datetime(6),
  constraint stocktake_at_site foreign key (site) references site (code)
) collate utf8mb4_0900_bin;
create index stocktake_closed on stocktake (state, closed_at);

-- open_site is the site until the stocktake is booked or cancelled: so only one open stocktake counts a product at a site.
create table stocktake_line (
  stocktake bigint not null,
  sku varchar(40) not null,
  open_site varchar(20),
  bin varchar(20) not null,
  counted int,
  on_hand int,
  picked int,
  list_price decimal(19, 4),
  counted_by varchar(100),
  counted_at datetime(6),
  primary key (stocktake, sku),
  constraint line_of_stocktake foreign key (stocktake) references stocktake (number),
  constraint stocktake_line_of_product foreign key (sku) references product (sku),
  constraint stocktake_one_at_a_time unique (open_site, sku),
  constraint stocktake_counted check (counted is null or (counted >= 0 and on_hand is not null and picked is not null))
) collate utf8mb4_0900_bin;

-- Transfers between sites: goods leave the stock of one site when they are sent and enter that of the other when they arrive.
create table transfer (
  number bigint not null primary key,
  request varchar(100),
  from_site varchar(20) not null,
  to_site varchar(20) not null,
  state varchar(20) not null,
  note varchar(500),
  sent_by varchar(100) not null,
  sent_at datetime(6) not null,
  arrived_by varchar(100),
  arrived_at datetime(6),
  reason varchar(500),
  constraint transfer_once unique (request),
  constraint transfer_from_site foreign key (from_site) references site (code),
  constraint transfer_to_site foreign key (to_site) references site (code),
  constraint transfer_between_sites check (from_site <> to_site)
) collate utf8mb4_0900_bin;
create index transfer_by_state on transfer (state, number);

create table transfer_line (
  transfer bigint not null,
  sku varchar(40) not null,
  sent int not null,
  arrived int,
  primary key (transfer, sku),
  constraint line_of_transfer foreign key (transfer) references transfer (number),
  constraint transfer_line_of_product foreign key (sku) references product (sku),
  constraint transfer_sent check (sent > 0),
  constraint transfer_arrived check (arrived is null or (arrived >= 0 and arrived <= sent))
) collate utf8mb4_0900_bin;

-- Stock levels from external stock systems: the last sequence number of each for a product at a site, and counts of its messages.
create table feed_position (
  source varchar(40) not null,
  sku varchar(40) not null,
  site varchar(20) not null,
  last_sequence bigint not null,
  on_hand int not null,
  reported_at datetime(6) not null,
  received_at datetime(6) not null,
  applied bigint not null,
  repeated bigint not null,
  late bigint not null,
  version int not null,
  primary key (source, sku, site),
  constraint feed_of_stock foreign key (sku, site) references stock_item (sku, site),
  constraint feed_on_hand check (on_hand >= 0)
) collate utf8mb4_0900_bin;

-- Sequence numbers that a source skipped. A late one closes its row; numbers that are still missing get rows of their own.
create table feed_gap (
  id bigint not null primary key,
  source varchar(40) not null,
  sku varchar(40) not null,
  site varchar(20) not null,
  expected bigint not null,
  last_missing bigint not null,
  received bigint not null,
  noticed_at datetime(6) not null,
  filled_at datetime(6),
  constraint gap_of_feed foreign key (source, sku, site) references feed_position (source, sku, site),
  constraint gap_counts_up check (expected <= last_missing and last_missing < received)
) collate utf8mb4_0900_bin;
create index gap_newest on feed_gap (filled_at, noticed_at);

-- The movements that set our stock to the level that a source reported.
create table feed_difference (
  movement bigint not null primary key,
  source varchar(40) not null,
  sequence_number bigint not null,
  constraint difference_of_movement foreign key (movement) references stock_movement (id)
) collate utf8mb4_0900_bin;
