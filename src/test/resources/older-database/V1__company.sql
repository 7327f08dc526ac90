create table product (
  sku varchar(40) not null primary key
);
insert into product (sku) values ('OLD-1');
