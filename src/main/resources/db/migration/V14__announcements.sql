-- What is told of each change of stock: the level it led to, by numbers without a gap, in the order in which they were committed.
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

-- Whoever holds its one row announces; nobody else draws numbers meanwhile.
create table stock_announcer (
  id int not null primary key,
  last_number bigint not null
) collate utf8mb4_0900_bin;
insert into stock_announcer (id, last_number) values (1, 0);

-- Null until it was announced, then the last number drawn by then. What happened before there were announcements is 0.
alter table stock_movement add column announced bigint default 0;
alter table stock_movement alter column announced set default null;
create index movement_unannounced on stock_movement (announced);
