-- The site that a parcel of an order comes from; none where the whole order went in one.
alter table shipment add column site varchar(20);
