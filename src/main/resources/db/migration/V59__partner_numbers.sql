-- What partners call our products and customers. A partner is a source of files, a channel of documents or a customer; empty means every partner.
create table partner_number (
  kind varchar(10) not null,
  partner varchar(40) not null,
  theirs varchar(100) not null,
  ours varchar(40) not null,
  changed_by varchar(100) not null,
  changed_at datetime(6) not null,
  primary key (kind, partner, theirs)
) collate utf8mb4_0900_bin;
