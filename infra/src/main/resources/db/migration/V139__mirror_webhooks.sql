-- Whether a store tells its mirror of changes at once.
alter table mirror_plan add column told boolean not null default false;
alter table mirror_plan_aud add column told boolean, add column told_mod boolean;

-- The webhooks that are put there for it; their secret lies encrypted.
create table mirror_webhook (
    store uuid primary key references store,
    sealed bytea not null,
    checked_at timestamptz,
    repaired bigint not null default 0,
    repaired_at timestamptz,
    told_at timestamptz,
    stopped_by text
);
grant select, insert, update, delete on mirror_webhook to ${runtime};

-- What was told of late: the same again is no news.
create table mirror_webhook_told (
    store uuid not null references store,
    body bytea not null,
    at timestamptz not null,
    primary key (store, body)
);
create index mirror_webhook_told_at on mirror_webhook_told (at);
grant select, insert, delete on mirror_webhook_told to ${runtime};
