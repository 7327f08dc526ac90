-- Figures that change when a second person approves. waiting_for names the figure while the change waits: one at a time for each.
create table pending_change (
  id bigint not null primary key,
  kind varchar(20) not null,
  subject varchar(100) not null,
  field varchar(60) not null,
  former varchar(100),
  proposed varchar(100) not null,
  proposed_by varchar(100) not null,
  proposed_at datetime(6) not null,
  expires_at datetime(6) not null,
  state varchar(20) not null,
  decided_by varchar(100),
  decided_at datetime(6),
  waiting_for varchar(200),
  constraint pending_change_one_at_a_time unique (waiting_for),
  constraint pending_change_second_person check (state <> 'APPROVED' or decided_by <> proposed_by)
) collate utf8mb4_0900_bin;
create index pending_change_by_state on pending_change (state, proposed_at);
create index pending_change_of_subject on pending_change (kind, subject, state);
