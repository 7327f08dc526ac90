-- The trail of changes is never changed. What it says about a person is encrypted with a key of that record, which is destroyed when the person is
-- erased. These keys are themselves encrypted with the key ring.
create table subject_key (
  subject varchar(300) not null primary key,
  sealed varchar(300) not null
) collate utf8mb4_0900_bin;
alter table change_entry modify column former varchar(5500);
alter table change_entry modify column current varchar(5500);

-- Who was erased, so that nobody who looks for them wonders. It holds no personal data.
create table erased_customer (
  number varchar(40) not null primary key,
  erased_at datetime(6) not null,
  erased_by varchar(100) not null
) collate utf8mb4_0900_bin;

-- The name of a company is no personal data and is stored in the clear.
alter table customer add column company boolean default false not null;
