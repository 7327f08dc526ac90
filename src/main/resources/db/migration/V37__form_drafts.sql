-- What a person has typed into a form and not sent yet. It is kept for a week.
create table form_draft (
  person varchar(100) not null,
  form varchar(255) not null,
  content mediumtext not null,
  saved_at datetime(6) not null,
  primary key (person, form)
) collate utf8mb4_0900_bin;
create index form_draft_by_time on form_draft (saved_at);
