-- Products, sites and customers. All our tables compare text exactly: case, accents, blanks.
create table product (
  sku varchar(40) not null primary key,
  name varchar(200) not null,
  category varchar(100) not null,
  list_price decimal(19, 4) not null,
  currency varchar(3) not null,
  active boolean not null,
  version int not null,
  constraint product_price_not_negative check (list_price >= 0)
) collate utf8mb4_0900_bin;

create table site (
  code varchar(20) not null primary key,
  name varchar(200) not null,
  country varchar(2) not null,
  version int not null
) collate utf8mb4_0900_bin;

create table customer (
  number varchar(40) not null primary key,
  name varchar(200) not null,
  street varchar(200),
  postal_code varchar(20),
  city varchar(100),
  region varchar(100),
  country varchar(2) not null,
  phone varchar(50),
  email varchar(254),
  credit_limit decimal(19, 4) not null,
  blocked boolean not null,
  shortage_policy varchar(20) not null,
  priority varchar(20) default 'NORMAL' not null,
  version int not null,
  constraint customer_limit_not_negative check (credit_limit >= 0)
) collate utf8mb4_0900_bin;

-- Keys are allocated in blocks of a hundred, so that rows that are stored together go in one statement. They do not show the sequence.
create table id_block (
  name varchar(40) not null primary key,
  next_id bigint not null
) collate utf8mb4_0900_bin;
