-- Since when each thing stands on a payment page that nobody approved: what comes back is told again.
alter table page_visit add column standing jsonb not null default '{}';
