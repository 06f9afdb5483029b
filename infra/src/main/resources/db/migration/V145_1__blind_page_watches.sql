-- How many visits of a payment page in a row came to nothing: a watch that sees nothing is an alert.
alter table page_visit add column failed integer not null default 0;
