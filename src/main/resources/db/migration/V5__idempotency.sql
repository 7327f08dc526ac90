-- Who asked what under which key, and what was answered. The key is kept as its hash, so that no collation takes two keys for one.
create table idempotency_key (
  client varchar(100) not null,
  key_hash char(64) not null,
  request_hash char(64) not null,
  claim char(36) not null,
  claimed_at datetime(6) not null,
  expires_at datetime(6) not null,
  status int,
  location varchar(100),
  response mediumtext,
  primary key (client, key_hash)
) collate utf8mb4_0900_bin;
create index idempotency_key_expiry on idempotency_key (expires_at);
