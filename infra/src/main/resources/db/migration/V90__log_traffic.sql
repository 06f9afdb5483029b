-- What logs showed by the minute and by the hour, in numbers alone; and up to which place of each
-- log its lines are in them.
create table log_traffic (
    source text not null,
    step text not null,
    from_at timestamptz not null,
    lines bigint not null,
    bytes bigint not null,
    understood bigint not null,
    succeeded bigint not null,
    redirected bigint not null,
    refused bigint not null,
    failed bigint not null,
    logins bigint not null,
    failed_logins bigint not null,
    orders bigint not null,
    failed_orders bigint not null,
    payments bigint not null,
    failed_payments bigint not null,
    primary key (source, step, from_at)
);
create index log_traffic_over on log_traffic (step, from_at);
grant select, insert, update, delete on log_traffic to ${runtime};

create table log_traffic_place (
    source text primary key,
    place bigint not null
);
grant select, insert, update on log_traffic_place to ${runtime};
