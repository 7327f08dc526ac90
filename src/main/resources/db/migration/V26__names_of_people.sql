-- A name from the sign-in has up to 100 characters, wherever it is stored.
alter table customer_order modify column entered_by varchar(100) not null;
alter table order_hold modify column closed_by varchar(100);
