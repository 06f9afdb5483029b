-- What was answered to a request that carried an Idempotency-Key, for a day: a repetition gets the
-- same answer and is not carried out again. No status yet: begun, and perhaps cut off.
create table idempotency_key (
    owner text not null,
    key text not null,
    request text not null,
    begun_at timestamptz not null,
    status int,
    content_type text,
    location text,
    body bytea,
    primary key (owner, key)
);
create index idempotency_key_begun_at on idempotency_key (begun_at);
grant select, insert, update, delete on idempotency_key to ${runtime};
