-- Reports that people keep with their filters: for themselves, or for everybody in a group.
create table saved_report (
  id varchar(36) not null primary key,
  title varchar(100) not null,
  report varchar(60) not null,
  query varchar(1000) not null,
  owner varchar(100) not null,
  shared_with varchar(40),
  saved_at datetime(6) not null
) collate utf8mb4_0900_bin;
create index saved_report_of_owner on saved_report (owner);
create index saved_report_of_group on saved_report (shared_with);
