-- What other stock systems say lies there: how far each has counted for a product at a site, and what became of its messages.
create table stock_feed (
  source varchar(40) not null,
  sku varchar(40) not null,
  site varchar(20) not null,
  last_sequence bigint not null,
  on_hand int not null,
  said_at datetime(6) not null,
  received_at datetime(6) not null,
  applied bigint not null,
  repeated bigint not null,
  late bigint not null,
  version int not null,
  primary key (source, sku, site),
  constraint feed_of_stock foreign key (sku, site) references stock_item (sku, site),
  constraint feed_on_hand check (on_hand >= 0)
) collate utf8mb4_0900_bin;

-- Numbers that a source left out. One that comes late closes its own row; what is still missing beside it gets rows of its own.
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
  constraint gap_of_feed foreign key (source, sku, site) references stock_feed (source, sku, site),
  constraint gap_counts_up check (expected <= last_missing and last_missing < received)
) collate utf8mb4_0900_bin;
create index gap_newest on feed_gap (filled_at, noticed_at);

-- The movements that brought our stock to what a source said.
create table feed_difference (
  movement bigint not null primary key,
  source varchar(40) not null,
  sequence_number bigint not null,
  constraint difference_of_movement foreign key (movement) references stock_movement (id)
) collate utf8mb4_0900_bin;
