-- What people have stores give out for an incident, as it was asked for.
create table store_acquisition (
    id uuid primary key,
    incident uuid not null references incident,
    store uuid not null references store,
    sources text[] not null,
    pace text not null,
    purpose text not null,
    because text,
    asked_by text not null,
    asked_at timestamptz not null
);
create index store_acquisition_incident on store_acquisition (incident, asked_at);
grant select, insert on store_acquisition to ${runtime};
create trigger append_only before update or delete or truncate on store_acquisition
    execute function refuse_change();

-- How far each is. What was taken is told by the items and their chains, not by this.
create table store_acquisition_state (
    acquisition uuid primary key references store_acquisition,
    survey jsonb,
    parts jsonb not null,
    came bigint,
    reading_since timestamptz,
    cancelled_by text,
    cancelled_at timestamptz,
    ended_at timestamptz
);
grant select, insert, update on store_acquisition_state to ${runtime};
