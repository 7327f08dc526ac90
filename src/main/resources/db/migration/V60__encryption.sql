-- An encrypted text is longer than the text: four bytes for each character at most, the nonce, the tag and the id of the key, in base64.
alter table customer modify column name varchar(1200) not null;
alter table customer modify column street varchar(1200);
alter table customer modify column phone varchar(400);
alter table customer modify column email varchar(1500);
alter table customer_order modify column note varchar(5500);
alter table customer_order modify column ship_name varchar(1200);
alter table customer_order modify column ship_street varchar(1200);
alter table customer_order modify column ship_phone varchar(400);
alter table customer_order modify column ship_email varchar(1500);

-- For each key that has encrypted something, a known text that it has encrypted: a key ring that cannot read it cannot read the rows.
create table encryption_key (
  id varchar(8) not null primary key,
  sample varchar(200) not null
) collate utf8mb4_0900_bin;

-- How far the rows of each table have been encrypted with the primary key.
create table encryption_fill (
  table_name varchar(60) not null primary key,
  key_id varchar(8) not null,
  position varchar(100) not null,
  changed bigint not null,
  done boolean not null
) collate utf8mb4_0900_bin;
