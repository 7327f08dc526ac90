-- The words by which customers (C), products (P) and orders (O) are found. A word is a hash; that of a personal field is keyed, with a key that
-- is not in the database.
create table search_word (
  kind varchar(1) not null,
  subject varchar(40) not null,
  word bigint not null,
  primary key (kind, subject, word)
) collate utf8mb4_0900_bin;
create index search_word_found on search_word (word, kind, subject);

-- The parts (n-grams) of each word, hashed in the same way. Whoever stores a new word stores its parts under an own source, so that nobody waits
-- for another transaction that stores the same word.
create table search_part (
  part bigint not null,
  word bigint not null,
  source varchar(41) not null,
  primary key (part, word, source)
) collate utf8mb4_0900_bin;

-- How far the records from before have been given their words.
create table search_fill (
  kind varchar(20) not null primary key,
  position varchar(60) not null,
  done boolean not null
) collate utf8mb4_0900_bin;
insert into search_fill (kind, position, done) values ('CUSTOMER', '', false), ('PRODUCT', '', false), ('ORDER', '', false), ('PARCEL', '', false);

-- Which key the hashes were made with: a hash of the key.
create table search_key (
  id int not null primary key,
  fingerprint varchar(64) not null
) collate utf8mb4_0900_bin;

-- What the list of orders can be sorted by. An order without a requested day comes after all others.
alter table customer_order add column line_count int default 0 not null;
update customer_order set line_count = (select count(*) from order_line l where l.order_number = customer_order.number);
alter table customer_order add column requested_by date generated always as (coalesce(requested_delivery, date '9999-12-31'));
create index order_by_reference on customer_order (external_reference);
create index order_by_since on customer_order (state_since, number);
create index order_by_total on customer_order (total, number);
create index order_by_lines on customer_order (line_count, number);
create index order_by_requested on customer_order (requested_by, number);
create index order_late on customer_order (state, requested_by);
