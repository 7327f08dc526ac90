-- What became of the mail to the owner of a source whose file failed, and when it is tried (again).
alter table watched_file add column mail varchar(10) not null default 'NONE';
alter table watched_file add column mail_due datetime(6);
alter table watched_file add column mail_tries int not null default 0;
create index watched_file_to_mail on watched_file (mail, mail_due);
