-- Alerts: a figure above or below a bound for some minutes. beyond_since is null while the figure is within the bound.
create table report_alert (
  id varchar(36) not null primary key,
  figure varchar(40) not null,
  above boolean not null,
  bound decimal(19, 2) not null,
  minutes int not null,
  owner varchar(100) not null,
  snoozed_until datetime(6),
  seen_value decimal(19, 2),
  beyond_since datetime(6),
  raised_at datetime(6),
  created_at datetime(6) not null,
  constraint alert_minutes check (minutes >= 0)
) collate utf8mb4_0900_bin;

-- Append-only: each time that an alert was raised or resolved.
create table alert_message (
  id varchar(36) not null primary key,
  alert varchar(36) not null,
  at datetime(6) not null,
  what varchar(10) not null,
  figure_value decimal(19, 2) not null,
  constraint message_of_alert foreign key (alert) references report_alert (id) on delete cascade
) collate utf8mb4_0900_bin;
create index alert_message_newest on alert_message (alert, at);
