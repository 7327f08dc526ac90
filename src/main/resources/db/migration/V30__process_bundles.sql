-- Diagrams, tables, forms and deadlines that come into force together. A file is stored once, whichever bundles have it.
create table process_file (
  hash varchar(64) not null primary key,
  content mediumblob not null
) collate utf8mb4_0900_bin;

-- only_one is 1 while the bundle is in force, so that one is.
create table process_bundle (
  number bigint not null primary key,
  state varchar(20) not null,
  origin varchar(20) not null,
  author varchar(100) not null,
  created_at datetime(6) not null,
  note varchar(1000) not null,
  base bigint,
  report mediumtext,
  checked_at datetime(6),
  in_force_at datetime(6),
  in_force_by varchar(100),
  replaced bigint,
  only_one int,
  constraint process_bundle_in_force unique (only_one),
  constraint process_bundle_base foreign key (base) references process_bundle (number),
  constraint process_bundle_replaced foreign key (replaced) references process_bundle (number)
) collate utf8mb4_0900_bin;

create table process_bundle_file (
  bundle bigint not null,
  name varchar(200) not null,
  hash varchar(64) not null,
  primary key (bundle, name),
  constraint process_file_of_bundle foreign key (bundle) references process_bundle (number),
  constraint process_file_content foreign key (hash) references process_file (hash)
) collate utf8mb4_0900_bin;
