-- How far below list a customer may buy without a review, in percent.
alter table customer add column discount_allowed decimal(7, 4) default 20 not null;
alter table customer add constraint customer_discount_allowed check (discount_allowed >= 0 and discount_allowed <= 100);
