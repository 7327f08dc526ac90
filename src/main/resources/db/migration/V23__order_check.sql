-- The result of the last comparison of orders with their process instances, for all nodes.
create table order_check (
  id int not null primary key,
  checked_at datetime(6),
  violations int not null,
  findings varchar(4000) not null
) collate utf8mb4_0900_bin;
insert into order_check (id, violations, findings) values (1, 0, '');
