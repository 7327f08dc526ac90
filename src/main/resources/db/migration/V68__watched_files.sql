-- Files of watched folders, each by its name and its content, so that every node takes it once.
create table watched_file (
  source varchar(40) not null,
  name varchar(255) not null,
  hash varchar(64) not null,
  state varchar(10) not null,
  taken_at datetime(6) not null,
  import_number bigint,
  message varchar(2000),
  primary key (source, name, hash)
) collate utf8mb4_0900_bin;
create index watched_file_by_state on watched_file (state, source);
create index watched_file_newest on watched_file (taken_at);
