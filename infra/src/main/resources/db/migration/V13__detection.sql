create table log_source (
    id text primary key,
    version bigint not null,
    store uuid not null,
    name text not null,
    format text not null,
    zone text not null,
    mode text not null
);
grant select, insert, update on log_source to ${runtime};

create table log_source_aud (
    id text not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    store uuid,
    name text,
    format text,
    zone text,
    mode text,
    store_mod boolean,
    name_mod boolean,
    format_mod boolean,
    zone_mod boolean,
    mode_mod boolean,
    primary key (id, rev)
);
create index log_source_aud_rev on log_source_aud (rev);
grant select, insert, update (revend) on log_source_aud to ${runtime};

-- The finding is one JSON object; what lists ask for stands beside it.
create table alert (
    id uuid primary key,
    version bigint not null,
    store uuid not null,
    source_type text not null,
    source text not null,
    source_ref text not null,
    mode text not null,
    kind text not null,
    severity text not null,
    finding text not null,
    addresses text not null,
    last_seen_at timestamptz not null,
    detected_at timestamptz not null,
    received_at timestamptz not null,
    status text not null,
    taken_by text,
    phase_by text,
    phase_at timestamptz,
    merged_into uuid,
    incident uuid,
    resolution text,
    reason text,
    unique (store, source_type, source, source_ref)
);
create index alert_newest on alert (detected_at desc, id desc);
create index alert_status on alert (status, detected_at desc, id desc);
create index alert_recent on alert (store, source, last_seen_at);
create index alert_incident on alert (incident) where incident is not null;
grant select, insert, update on alert to ${runtime};

create table alert_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    store uuid,
    source_type text,
    source text,
    source_ref text,
    mode text,
    kind text,
    severity text,
    finding text,
    last_seen_at timestamptz,
    detected_at timestamptz,
    received_at timestamptz,
    status text,
    taken_by text,
    phase_by text,
    phase_at timestamptz,
    merged_into uuid,
    incident uuid,
    resolution text,
    reason text,
    store_mod boolean,
    source_type_mod boolean,
    source_mod boolean,
    source_ref_mod boolean,
    mode_mod boolean,
    kind_mod boolean,
    severity_mod boolean,
    finding_mod boolean,
    last_seen_at_mod boolean,
    detected_at_mod boolean,
    received_at_mod boolean,
    taken_by_mod boolean,
    phase_mod boolean,
    primary key (id, rev)
);
create index alert_aud_rev on alert_aud (rev);
grant select, insert, update (revend) on alert_aud to ${runtime};
