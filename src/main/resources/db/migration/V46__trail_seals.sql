-- The chain of hashes over the trail of changes. Each seal depends on its entry and on all seals before it. Only io.ordertrail.trail
-- writes it, in batches, beside the work of the day.
create table trail_seal (
  position bigint not null primary key,
  entry bigint not null,
  digest varchar(64) not null,
  hash varchar(64) not null,
  constraint trail_seal_once unique (entry)
) collate utf8mb4_0900_bin;

-- The end of the chain after each batch, signed. The time is a text, because it is signed as it is written.
create table trail_head (
  position bigint not null primary key,
  hash varchar(64) not null,
  signed_at varchar(40) not null,
  signature varchar(255) not null
) collate utf8mb4_0900_bin;

-- Who continues the chain locks this row: one node at a time.
create table trail_chain (
  id int not null primary key,
  sealed_until datetime(6) not null
) collate utf8mb4_0900_bin;
insert into trail_chain (id, sealed_until) values (1, timestamp '2000-01-01 00:00:00');
