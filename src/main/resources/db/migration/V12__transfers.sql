-- Goods on their way between sites: off the stock of the one when sent, on that of the other when they arrive, nowhere in between.
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
