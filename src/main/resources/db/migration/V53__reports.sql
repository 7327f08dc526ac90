-- Reports read the changes of states of a period.
create index event_by_time on order_event (at, to_state, from_state);
