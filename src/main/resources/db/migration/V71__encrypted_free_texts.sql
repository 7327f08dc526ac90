-- An encrypted text is longer than the text, see V60.
alter table order_event modify column note varchar(8100);
alter table purchase_order modify column note varchar(5500);
alter table transfer modify column note varchar(2800);
alter table transfer modify column reason varchar(2800);
alter table stocktake modify column reason varchar(2800) not null;
alter table stock_movement modify column reason varchar(2800);
alter table process_bundle modify column note varchar(5500) not null;
