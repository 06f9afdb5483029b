create table evidence_item (
    id uuid primary key,
    version bigint not null,
    incident uuid not null references incident,
    store uuid not null,
    label text not null,
    title text not null,
    original_name text not null,
    content text not null,
    size bigint not null,
    acquired_by text not null,
    acquired_at timestamptz not null,
    method text not null,
    tool text not null,
    source text not null,
    covers_from timestamptz,
    covers_to timestamptz,
    unique (incident, label)
);
grant select, insert, update on evidence_item to ${runtime};

create table evidence_item_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    incident uuid,
    store uuid,
    label text,
    title text,
    original_name text,
    content text,
    size bigint,
    acquired_by text,
    acquired_at timestamptz,
    method text,
    tool text,
    source text,
    covers_from timestamptz,
    covers_to timestamptz,
    incident_mod boolean,
    store_mod boolean,
    label_mod boolean,
    title_mod boolean,
    original_name_mod boolean,
    content_mod boolean,
    size_mod boolean,
    acquired_by_mod boolean,
    acquired_at_mod boolean,
    method_mod boolean,
    tool_mod boolean,
    source_mod boolean,
    covers_from_mod boolean,
    covers_to_mod boolean,
    primary key (id, rev)
);
create index evidence_item_aud_rev on evidence_item_aud (rev);
grant select, insert, update (revend) on evidence_item_aud to ${runtime};

-- The chain of custody: a link is added and never changed. Times are kept as the text that was
-- hashed, to the nanosecond.
create table custody_entry (
    evidence uuid not null references evidence_item,
    seq bigint not null,
    action text not null,
    actor text not null,
    purpose text not null,
    at text not null,
    content text not null,
    previous text not null,
    hash text not null,
    primary key (evidence, seq)
);
grant select, insert on custody_entry to ${runtime};
create trigger append_only before update or delete or truncate on custody_entry
    execute function refuse_change();
