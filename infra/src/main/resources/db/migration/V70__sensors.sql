-- What people expect of a log. No row: the usual of its format.
create table sensor_plan (
    id text primary key references log_source,
    version bigint not null,
    store uuid not null,
    rhythm_seconds bigint,
    quiet_until timestamptz
);
grant select, insert, update on sensor_plan to ${runtime};

create table sensor_plan_aud (
    id text not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    store uuid,
    rhythm_seconds bigint,
    quiet_until timestamptz,
    store_mod boolean,
    rhythm_seconds_mod boolean,
    quiet_until_mod boolean,
    primary key (id, rev)
);
create index sensor_plan_aud_rev on sensor_plan_aud (rev);
grant select, insert, update (revend) on sensor_plan_aud to ${runtime};

-- For which times nothing, or not enough, was seen in a log. Begun and ended, never taken back.
create table blind_span (
    id uuid primary key,
    source text not null references log_source,
    store uuid not null,
    why text not null,
    from_at timestamptz not null,
    until_at timestamptz,
    alert uuid,
    check (until_at >= from_at)
);
create unique index blind_span_lasting on blind_span (source, why)
    where until_at is null and why <> 'PLUGIN_OFF';
create index blind_span_source on blind_span (source, from_at desc);
create index blind_span_store on blind_span (store, from_at);
grant select, insert, update (until_at, alert) on blind_span to ${runtime};
