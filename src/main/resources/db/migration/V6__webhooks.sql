-- The webhooks that send stock changes to other systems, and each delivery with its result.
create table webhook_endpoint (
  id varchar(36) not null primary key,
  address varchar(1000) not null,
  sku varchar(40),
  site varchar(20),
  state varchar(20) not null,
  secret varchar(400) not null,
  former_secret varchar(400),
  former_until datetime(6),
  read_up_to bigint not null,
  created_at datetime(6) not null,
  created_by varchar(100) not null,
  last_success_at datetime(6),
  last_failure_at datetime(6),
  last_status int,
  last_problem varchar(40)
) collate utf8mb4_0900_bin;

create table webhook_delivery (
  id varchar(36) not null primary key,
  endpoint varchar(36) not null,
  type varchar(40) not null,
  sku varchar(40) not null,
  site varchar(20) not null,
  position bigint not null,
  body varchar(2000) not null,
  state varchar(20) not null,
  tries int not null,
  due datetime(6) not null,
  created_at datetime(6) not null,
  tried_at datetime(6),
  last_status int,
  last_problem varchar(40),
  constraint delivery_to_endpoint foreign key (endpoint) references webhook_endpoint (id) on delete cascade,
  constraint delivery_once unique (endpoint, type, position),
  constraint delivery_tries check (tries >= 0)
) collate utf8mb4_0900_bin;
create index delivery_due on webhook_delivery (endpoint, state, due);
create index delivery_queue on webhook_delivery (endpoint, state, sku, site, position);
create index delivery_by_time on webhook_delivery (created_at);
