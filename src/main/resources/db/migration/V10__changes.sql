-- Append-only: who changed what, when, from what to what. One row for each changed field. Only io.ordertrail.change writes it.
create table change_entry (
  id bigint not null primary key,
  at datetime(6) not null,
  actor varchar(100) not null,
  kind varchar(20) not null,
  subject varchar(255) not null,
  act varchar(20) not null,
  place varchar(100),
  field varchar(100) not null,
  former varchar(1500),
  current varchar(1500)
) collate utf8mb4_0900_bin;
create index change_of_subject on change_entry (kind, subject, at, id);
create index change_newest on change_entry (at, id);
