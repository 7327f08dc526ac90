-- A file of orders on its way into the product.
create table order_import (
  number bigint not null auto_increment primary key,
  source varchar(40) not null,
  file_name varchar(255) not null,
  file_hash varchar(64) not null,
  layout mediumtext not null,
  policy varchar(20) not null,
  language varchar(20) not null,
  state varchar(20) not null,
  asked varchar(20),
  created_by varchar(100) not null,
  created_at datetime(6) not null,
  checked_row bigint not null,
  going_since datetime(6),
  done_before bigint not null,
  ended_at datetime(6),
  undone_by varchar(100),
  refusal varchar(1000)
) collate utf8mb4_0900_bin;
create index order_import_by_file on order_import (file_hash, source);

-- The file itself, in pieces, until its orders are entered.
create table order_import_piece (
  import_number bigint not null,
  place int not null,
  content mediumblob not null,
  primary key (import_number, place),
  constraint order_import_of_piece foreign key (import_number) references order_import (number)
) collate utf8mb4_0900_bin;

-- The orders of the file, by their first row. Its rows are kept until the order is entered.
create table order_import_entry (
  import_number bigint not null,
  first_row bigint not null,
  reference varchar(100) not null,
  state varchar(10) not null,
  file_rows mediumtext,
  faults mediumtext,
  order_number varchar(9),
  primary key (import_number, first_row),
  constraint order_import_of_entry foreign key (import_number) references order_import (number)
) collate utf8mb4_0900_bin;
create index order_import_entry_by_state on order_import_entry (import_number, state, first_row);
