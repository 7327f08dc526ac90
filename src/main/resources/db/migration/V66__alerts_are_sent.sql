-- What an endpoint receives: changes of the stock, or alerts.
alter table webhook_endpoint add column topic varchar(10) not null default 'STOCK';
-- In whose language the owner of an alert is told of it.
alter table report_alert add column language varchar(10) not null default 'en';
-- What became of the mail to the owner, when it is tried (again), and how many endpoints were told.
alter table alert_message add column mail varchar(20) not null default 'NONE';
alter table alert_message add column mail_due datetime(6);
alter table alert_message add column mail_tries int not null default 0;
alter table alert_message add column webhooks int not null default 0;
create index alert_message_to_mail on alert_message (mail, mail_due);
-- Incidents are watched from the beginning.
insert into report_alert (id, figure, above, bound, minutes, owner, created_at)
values ('incidents', 'INCIDENTS', true, 0, 5, 'Ordertrail', '2026-11-29 00:00:00');
