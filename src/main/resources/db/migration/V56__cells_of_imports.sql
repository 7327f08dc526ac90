-- Cells of a file that a person corrected. They hold when the file is checked again, and are deleted with its rows.
create table order_import_correction (
  import_number bigint not null,
  row_number_in_file bigint not null,
  place int not null,
  cell mediumtext not null,
  primary key (import_number, row_number_in_file, place),
  constraint order_import_of_correction foreign key (import_number) references order_import (number)
) collate utf8mb4_0900_bin;

-- Two people who correct the same order at the same time do not overwrite each other.
alter table order_import_entry add column version int not null default 0;
