-- Orders that had ended before they came here. What became of them is known, and how they came to that is not.
alter table customer_order add column history boolean default false not null;
