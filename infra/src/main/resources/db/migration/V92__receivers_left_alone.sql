-- Until when a receiver asked to be left alone.
alter table webhook_attempt add not_before timestamptz;
create index webhook_attempt_not_before on webhook_attempt (endpoint, not_before)
    where not_before is not null;
