-- When an order is expected to end, the forecast says from the timelines of orders.
drop table measured_rest;
