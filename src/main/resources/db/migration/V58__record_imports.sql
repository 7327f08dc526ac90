-- A file of customers, products, stock levels or purchases on its way into the product.
create table record_import (
  number bigint not null auto_increment primary key,
  kind varchar(20) not null,
  source varchar(40) not null,
  file_name varchar(255) not null,
  file_hash varchar(64) not null,
  layout mediumtext not null,
  state varchar(20) not null,
  created_by varchar(100) not null,
  created_at datetime(6) not null,
  alive_at datetime(6) not null,
  saved_by varchar(100),
  ended_at datetime(6),
  refusal varchar(1000)
) collate utf8mb4_0900_bin;
create index record_import_by_source on record_import (kind, source, number);
create index record_import_by_file on record_import (file_hash, kind);

-- The file itself, in pieces, until its rows are saved.
create table record_import_piece (
  import_number bigint not null,
  place int not null,
  content mediumblob not null,
  primary key (import_number, place),
  constraint record_import_of_piece foreign key (import_number) references record_import (number)
) collate utf8mb4_0900_bin;

-- Its rows. Cells, faults and differences are kept for a month after the end.
create table record_import_row (
  import_number bigint not null,
  row_no bigint not null,
  code varchar(100) not null,
  state varchar(10) not null,
  saved boolean not null,
  waits boolean not null,
  cells mediumtext,
  faults mediumtext,
  differences mediumtext,
  result varchar(40),
  primary key (import_number, row_no),
  constraint record_import_of_row foreign key (import_number) references record_import (number)
) collate utf8mb4_0900_bin;
create index record_import_row_by_state on record_import_row (import_number, state, saved, row_no);
create index record_import_row_by_code on record_import_row (code, saved);
