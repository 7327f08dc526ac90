-- What the company's own stock system was asked to set aside, where there is one. A key is stored before it is used for the first time,
-- so that whatever happens afterwards the same question is asked again under the same key.
create table foreign_reservation (
  reservation_key varchar(20) not null primary key,
  order_number varchar(9) not null,
  attempt int not null,
  content varchar(64) not null,
  status varchar(20) not null,
  asked_at datetime(6) not null,
  answered_at datetime(6),
  constraint foreign_reservation_of_order foreign key (order_number) references customer_order (number),
  constraint foreign_reservation_attempt unique (order_number, attempt)
) collate utf8mb4_0900_bin;
