create table dry_run (
    id uuid primary key,
    version bigint not null,
    rule_version uuid not null references rule_version,
    store uuid not null,
    content text not null,
    mode text not null,
    asked_by text not null,
    asked_at timestamptz not null,
    state text not null,
    report text,
    ended_by text,
    ended_at timestamptz
);
create unique index dry_run_open on dry_run (store) where state = 'ASKED';
create index dry_run_of on dry_run (rule_version, id desc);
create index dry_run_finished on dry_run (store, ended_at desc) where state = 'FINISHED';
grant select, insert, update on dry_run to ${runtime};

create table dry_run_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    rule_version uuid,
    store uuid,
    content text,
    mode text,
    asked_by text,
    asked_at timestamptz,
    state text,
    report text,
    ended_by text,
    ended_at timestamptz,
    rule_version_mod boolean,
    store_mod boolean,
    content_mod boolean,
    mode_mod boolean,
    asked_by_mod boolean,
    asked_at_mod boolean,
    phase_mod boolean,
    primary key (id, rev)
);
create index dry_run_aud_rev on dry_run_aud (rev);
grant select, insert, update (revend) on dry_run_aud to ${runtime};
