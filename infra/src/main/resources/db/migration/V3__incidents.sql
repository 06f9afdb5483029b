create table incident (
    id uuid primary key,
    version bigint not null,
    store uuid not null,
    reference text not null unique,
    codename text not null,
    title text not null,
    mode text not null,
    stage text not null,
    severity text not null,
    severity_matrix text not null,
    input_surface text not null,
    input_impact text not null,
    input_data text not null,
    input_spread text not null,
    input_attacker_active text not null,
    input_people int not null,
    severity_computed text not null,
    severity_reasons text not null,
    override_severity text,
    override_reason text,
    override_by text,
    override_at timestamptz,
    occurred_at timestamptz not null,
    detected_at timestamptz not null,
    declared_at timestamptz not null,
    acknowledged_at timestamptz,
    aware_at timestamptz,
    contained_at timestamptz,
    eradicated_at timestamptz,
    recovered_at timestamptz,
    closed_at timestamptz,
    acknowledged_by text,
    commander text
);
create index incident_newest on incident (declared_at desc, id desc);
create index incident_store on incident (store, declared_at desc, id desc);
create index incident_stage on incident (stage);
grant select, insert, update on incident to ${runtime};

create table incident_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    store uuid,
    reference text,
    codename text,
    title text,
    mode text,
    stage text,
    severity text,
    severity_matrix text,
    input_surface text,
    input_impact text,
    input_data text,
    input_spread text,
    input_attacker_active text,
    input_people int,
    severity_computed text,
    severity_reasons text,
    override_severity text,
    override_reason text,
    override_by text,
    override_at timestamptz,
    occurred_at timestamptz,
    detected_at timestamptz,
    declared_at timestamptz,
    acknowledged_at timestamptz,
    aware_at timestamptz,
    contained_at timestamptz,
    eradicated_at timestamptz,
    recovered_at timestamptz,
    closed_at timestamptz,
    acknowledged_by text,
    commander text,
    store_mod boolean,
    reference_mod boolean,
    codename_mod boolean,
    title_mod boolean,
    mode_mod boolean,
    stage_mod boolean,
    severity_mod boolean,
    assessment_mod boolean,
    times_mod boolean,
    acknowledged_by_mod boolean,
    commander_mod boolean,
    primary key (id, rev)
);
create index incident_aud_rev on incident_aud (rev);
grant select, insert, update (revend) on incident_aud to ${runtime};

-- What happened, one line each. Added and never changed: a correction supersedes.
create table timeline_entry (
    id uuid primary key,
    incident uuid not null references incident,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    kind text not null,
    type text not null,
    details jsonb not null,
    text text not null,
    actor text not null,
    supersedes uuid references timeline_entry
);
create index timeline_entry_order on timeline_entry (incident, occurred_at desc, id desc);
grant select, insert on timeline_entry to ${runtime};
create trigger append_only before update or delete or truncate on timeline_entry
    execute function refuse_change();
