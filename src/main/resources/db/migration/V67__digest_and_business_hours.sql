-- Who gets the weekly digest by mail, and for which week (by its Monday) they have it. problem is null unless it failed.
create table digest_reader (
  person varchar(100) not null primary key,
  language varchar(10) not null,
  week date not null,
  problem varchar(20)
) collate utf8mb4_0900_bin;

-- When people work at a site: the hours of the seven days from Monday on, such as 08:00-17:00, closed ones empty, separated by semicolons;
-- and the days without work, separated by spaces.
create table business_hours (
  site varchar(20) not null primary key,
  week varchar(100) not null,
  holidays varchar(4000) not null,
  version int not null,
  constraint hours_of_site foreign key (site) references site (code)
) collate utf8mb4_0900_bin;
