-- Late are orders past their requested day or open for too long: the index has both days, so that no order is looked up to count them.
create index order_overdue on customer_order (state, requested_by, entered_at);
alter table customer_order drop index order_late;
