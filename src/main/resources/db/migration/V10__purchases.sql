-- A proposal to buy goods for a shelf, and what became of it.
create table purchase (
  id bigint not null primary key,
  sku varchar(40) not null,
  site varchar(20) not null,
  state varchar(20) not null,
  -- 1 while nobody has decided, else nothing: a shelf has one open proposal at most, whoever proposes
  undecided int generated always as (case when state = 'PROPOSED' then 1 end),
  suggested int not null,
  ordered int,
  received int not null,
  expected date,
  note varchar(1000),
  process_instance varchar(64),
  proposed_at datetime(6) not null,
  decided_at datetime(6),
  decided_by varchar(100),
  ended_at datetime(6),
  constraint purchase_proposed_once unique (sku, site, undecided),
  constraint purchase_process_once unique (process_instance),
  constraint purchase_of_stock foreign key (sku, site) references stock_item (sku, site),
  constraint purchase_suggested check (suggested >= 0),
  constraint purchase_ordered check (ordered is null or ordered > 0),
  constraint purchase_received check (received >= 0 and received <= coalesce(ordered, 0)),
  constraint purchase_decided check
    ((state in ('PROPOSED', 'DECLINED') and ordered is null and expected is null)
      or (state in ('ORDERED', 'RECEIVED', 'CLOSED') and ordered is not null and expected is not null))
) collate utf8mb4_0900_bin;
create index purchase_by_state on purchase (state, sku, expected);
create index purchase_by_product on purchase (sku, site, id);

alter table stock_movement add column purchase bigint;
alter table stock_movement add constraint movement_of_purchase foreign key (purchase) references purchase (id);
