-- What people decided not to be told of, for a while; and which alerts each of them covered.
create table suppression (
    id uuid primary key,
    version bigint not null,
    store uuid not null,
    kind text,
    rule text,
    network text,
    source text,
    up_to text not null,
    reason text not null,
    added_by text not null,
    since timestamptz not null,
    until timestamptz not null,
    ended_by text,
    ended_at timestamptz
);
create index suppression_newest on suppression (since desc, id desc);
create index suppression_in_force on suppression (store, until) where ended_at is null;
grant select, insert, update on suppression to ${runtime};

create table suppression_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    store uuid,
    kind text,
    rule text,
    network text,
    source text,
    up_to text,
    reason text,
    added_by text,
    since timestamptz,
    until timestamptz,
    ended_by text,
    ended_at timestamptz,
    store_mod boolean,
    kind_mod boolean,
    rule_mod boolean,
    network_mod boolean,
    source_mod boolean,
    up_to_mod boolean,
    reason_mod boolean,
    added_by_mod boolean,
    since_mod boolean,
    until_mod boolean,
    ended_by_mod boolean,
    ended_at_mod boolean,
    primary key (id, rev)
);
create index suppression_aud_rev on suppression_aud (rev);
grant select, insert, update (revend) on suppression_aud to ${runtime};

create table suppression_hit (
    suppression uuid not null,
    alert uuid not null,
    at timestamptz not null,
    primary key (suppression, alert)
);
create trigger append_only before update or delete or truncate on suppression_hit
    for each statement execute function refuse_change();
grant select, insert on suppression_hit to ${runtime};

alter table alert add suppression uuid;
alter table alert_aud add suppression uuid;
