-- Each carrier numbers the events of each parcel for itself.
alter table carrier_event drop primary key;
alter table carrier_event add primary key (tracking_number, id);
