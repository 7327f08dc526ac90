-- Reports read all events of the orders of a period, or the events of a period by the state that they led to. Each index has all that they
-- read, so that no row is looked up for it. event_by_order stays beside event_timeline, whose beginning is the same: it serves the foreign
-- key event_of_order, and MySQL 9.7 enforces a key no more once the index that it began with is dropped.
create index event_timeline on order_event (order_number, at, id, what, to_state, actor);
create index event_by_state on order_event (to_state, at, from_state, order_number, what);
alter table order_event drop index event_by_time;
create index hold_by_time on order_hold (opened_at);
create index movement_figures on stock_movement (at, kind, sku, site, on_hand_change, order_number);
alter table stock_movement drop index movement_by_time;
