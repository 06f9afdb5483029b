-- For how long the raw lines of a log are kept. No row: the usual.
create table log_retention (
    id text primary key references log_source,
    version bigint not null,
    store uuid not null,
    owner text not null,
    reason text not null,
    days integer not null,
    bytes bigint not null
);
grant select, insert, update on log_retention to ${runtime};

create table log_retention_aud (
    id text not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    store uuid,
    owner text,
    reason text,
    days integer,
    bytes bigint,
    store_mod boolean,
    owner_mod boolean,
    reason_mod boolean,
    days_mod boolean,
    bytes_mod boolean,
    primary key (id, rev)
);
create index log_retention_aud_rev on log_retention_aud (rev);
grant select, insert, update (revend) on log_retention_aud to ${runtime};

-- What must not be deleted: one log, or all of a store. Released, never removed.
create table legal_hold (
    id uuid primary key,
    version bigint not null,
    store uuid not null,
    source text references log_source,
    reason text not null,
    placed_by text not null,
    placed_at timestamptz not null,
    release_reason text,
    released_by text,
    released_at timestamptz
);
create index legal_hold_active on legal_hold (store) where released_at is null;
grant select, insert, update on legal_hold to ${runtime};

create table legal_hold_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    store uuid,
    source text,
    reason text,
    placed_by text,
    placed_at timestamptz,
    release_reason text,
    released_by text,
    released_at timestamptz,
    store_mod boolean,
    source_mod boolean,
    reason_mod boolean,
    placed_by_mod boolean,
    placed_at_mod boolean,
    release_reason_mod boolean,
    released_by_mod boolean,
    released_at_mod boolean,
    primary key (id, rev)
);
create index legal_hold_aud_rev on legal_hold_aud (rev);
grant select, insert, update (revend) on legal_hold_aud to ${runtime};

-- The proof of what was deleted, written before it was.
create table log_deletion (
    id uuid primary key,
    source text not null references log_source,
    store uuid not null,
    from_byte bigint not null,
    to_byte bigint not null,
    lines bigint not null,
    first_taken_at timestamptz not null,
    last_taken_at timestamptz not null,
    sha256 text not null,
    why text not null,
    owner text not null,
    days integer not null,
    bytes bigint not null,
    deleted_by text not null,
    at timestamptz not null,
    unique (source, from_byte, to_byte)
);
create index log_deletion_latest on log_deletion (source, at desc, id desc);
grant select, insert on log_deletion to ${runtime};
create trigger append_only before update or delete or truncate on log_deletion
    execute function refuse_change();
