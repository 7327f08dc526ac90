-- Counting what lies there, against what the books said at the moment of each count.
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

-- open_site is the site until the stocktake is booked or cancelled: so a product there is counted in one stocktake at a time.
create table stocktake_line (
  stocktake bigint not null,
  sku varchar(40) not null,
  open_site varchar(20),
  shelf varchar(20) not null,
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

-- The number of the stocktake or transfer that a movement belongs to, such as S12 or T7.
alter table stock_movement add column document varchar(20);
create index movement_by_kind on stock_movement (kind, at);
