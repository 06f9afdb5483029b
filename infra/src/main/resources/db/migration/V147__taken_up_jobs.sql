-- Who let which parked job be tried again.
create table taken_up_job (
    id uuid primary key,
    version bigint not null,
    job text not null,
    subject uuid not null,
    failures integer not null,
    parked_at timestamptz not null,
    taken_up_at timestamptz not null,
    taken_up_by text not null
);
create index taken_up_job_at on taken_up_job (taken_up_at);
grant select, insert on taken_up_job to ${runtime};

create table taken_up_job_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    job text,
    subject uuid,
    failures integer,
    parked_at timestamptz,
    taken_up_at timestamptz,
    taken_up_by text,
    job_mod boolean,
    subject_mod boolean,
    failures_mod boolean,
    parked_at_mod boolean,
    taken_up_at_mod boolean,
    taken_up_by_mod boolean,
    primary key (id, rev)
);
create index taken_up_job_aud_rev on taken_up_job_aud (rev);
grant select, insert, update (revend) on taken_up_job_aud to ${runtime};
