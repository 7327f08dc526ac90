-- The check that the stock adds up: whose turn it is, what it found, up to when the ledger is summed, when that was done from its start.
create table stock_check (
  id int not null primary key,
  taken_until datetime(6) not null,
  summed_until datetime(6) not null,
  summed_anew datetime(6) not null,
  checked_at datetime(6),
  violations int not null,
  findings varchar(4000) not null
) collate utf8mb4_0900_bin;
insert into stock_check (id, taken_until, summed_until, summed_anew, violations, findings)
values (1, '2000-01-01 00:00:00', '2000-01-01 00:00:00', '2000-01-01 00:00:00', 0, '');

-- What all movements before stock_check.summed_until make. Can be deleted: the ledger is the truth.
create table stock_sum (
  sku varchar(40) not null,
  site varchar(20) not null,
  on_hand bigint not null,
  reserved bigint not null,
  primary key (sku, site)
) collate utf8mb4_0900_bin;

create index movement_by_time on stock_movement (at);
create index reservation_open on reservation (status, sku, site);
