create table determination (
    id uuid primary key,
    version bigint not null,
    incident uuid not null references incident,
    store uuid not null,
    exposed_from timestamptz not null,
    exposed_until timestamptz not null,
    addresses text not null,
    accepted_logins int not null,
    phase text not null,
    requested_by text,
    at timestamptz not null,
    basis text,
    people int,
    explained int,
    gap text,
    made_up boolean,
    failure text
);
create index determination_incident on determination (incident, id desc);
grant select, insert, update on determination to ${runtime};

create table determination_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    incident uuid,
    store uuid,
    exposed_from timestamptz,
    exposed_until timestamptz,
    addresses text,
    accepted_logins int,
    phase text,
    requested_by text,
    at timestamptz,
    basis text,
    people int,
    explained int,
    gap text,
    made_up boolean,
    failure text,
    incident_mod boolean,
    store_mod boolean,
    exposed_from_mod boolean,
    exposed_until_mod boolean,
    addresses_mod boolean,
    accepted_logins_mod boolean,
    phase_mod boolean,
    requested_by_mod boolean,
    at_mod boolean,
    basis_mod boolean,
    people_mod boolean,
    explained_mod boolean,
    gap_mod boolean,
    made_up_mod boolean,
    failure_mod boolean,
    primary key (id, rev)
);
create index determination_aud_rev on determination_aud (rev);
grant select, insert, update (revend) on determination_aud to ${runtime};

-- The people, in the order in which they were found. Who they are is encrypted under the
-- determination's own key.
create table affected_person (
    determination uuid not null references determination,
    ordinal int not null,
    why text not null,
    seen_at timestamptz not null,
    sealed bytea not null,
    primary key (determination, ordinal)
);
grant select, insert on affected_person to ${runtime};
create trigger append_only before update or delete or truncate on affected_person
    execute function refuse_change();
