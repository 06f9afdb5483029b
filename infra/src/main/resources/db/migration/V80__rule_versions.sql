-- A version's tuning is one JSON object; what lists ask for stands beside it.
create table rule_version (
    id uuid primary key,
    version bigint not null,
    store uuid not null,
    number int not null,
    tuning text not null,
    reason text not null,
    authors text not null,
    created_at timestamptz not null,
    stage text not null,
    phase_by text,
    phase_at timestamptz,
    content text,
    until timestamptz,
    phase_reason text,
    unique (store, number)
);
create unique index rule_version_open on rule_version (store) where stage in ('DRAFT', 'SUBMITTED');
create unique index rule_version_in_force on rule_version (store) where stage = 'IN_FORCE';
create index rule_version_waiting on rule_version (phase_at) where stage = 'SUBMITTED';
grant select, insert, update on rule_version to ${runtime};

create table rule_version_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    store uuid,
    number int,
    tuning text,
    reason text,
    authors text,
    created_at timestamptz,
    stage text,
    phase_by text,
    phase_at timestamptz,
    content text,
    until timestamptz,
    phase_reason text,
    store_mod boolean,
    number_mod boolean,
    tuning_mod boolean,
    reason_mod boolean,
    authors_mod boolean,
    created_at_mod boolean,
    phase_mod boolean,
    primary key (id, rev)
);
create index rule_version_aud_rev on rule_version_aud (rev);
grant select, insert, update (revend) on rule_version_aud to ${runtime};
