-- People type codes in any case; the indexes find them without reading every row.
alter table product add column sku_upper varchar(40) generated always as (upper(sku));
create index product_by_upper on product (sku_upper);
alter table customer add column number_upper varchar(40) generated always as (upper(number));
create index customer_by_upper on customer (number_upper);
