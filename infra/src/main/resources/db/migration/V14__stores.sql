create table store (
    id uuid primary key,
    version bigint not null,
    name text not null,
    url text not null unique,
    environment text not null,
    zone text not null,
    language text not null,
    contact text not null
);
grant select, insert, update on store to ${runtime};

create table store_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    name text,
    url text,
    environment text,
    zone text,
    language text,
    contact text,
    name_mod boolean,
    url_mod boolean,
    environment_mod boolean,
    zone_mod boolean,
    language_mod boolean,
    contact_mod boolean,
    primary key (id, rev)
);
create index store_aud_rev on store_aud (rev);
grant select, insert, update (revend) on store_aud to ${runtime};

-- What opens a store, encrypted under the store's own key. History names the credentials without
-- their secrets.
create table store_credential (
    id uuid primary key references store,
    held text not null,
    replacements int not null,
    sealed bytea not null
);
grant select, insert, update, delete on store_credential to ${runtime};

create table store_credential_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    held text,
    replacements int,
    held_mod boolean,
    replacements_mod boolean,
    primary key (id, rev)
);
create index store_credential_aud_rev on store_credential_aud (rev);
grant select, insert, update (revend) on store_credential_aud to ${runtime};

-- What connection checks found; added and never changed.
create table connection_report (
    store uuid not null references store,
    at timestamptz not null,
    report jsonb not null,
    primary key (store, at)
);
grant select, insert on connection_report to ${runtime};
create trigger append_only before update or delete or truncate on connection_report
    execute function refuse_change();
