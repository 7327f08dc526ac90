-- How many orders were held, waited for stock and were late, as last counted on each day of the company.
create table order_backlog (
  counted_on date not null primary key,
  counted_at datetime(6) not null,
  held int not null,
  waiting int not null,
  late int not null
) collate utf8mb4_0900_bin;
