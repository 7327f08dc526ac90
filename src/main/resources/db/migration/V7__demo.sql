-- The lock for loading the demo company: one row, which a node takes for a limited time by a conditional update.
create table demo_loading (
  id int not null primary key,
  taken_until datetime(6) not null
) collate utf8mb4_0900_bin;
insert into demo_loading (id, taken_until) values (1, '2000-01-01 00:00:00');
