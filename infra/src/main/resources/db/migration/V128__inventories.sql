-- What there is in each store, as it was seen last.
create table inventory (
    store uuid primary key references store,
    looked_at timestamptz not null,
    version bigint not null,
    seen jsonb,
    stopped_by text
);
grant select, insert, update on inventory to ${runtime};

-- What was seen, each time that it was something else.
create table inventory_version (
    store uuid not null references store,
    version bigint not null,
    at timestamptz not null,
    seen jsonb not null,
    primary key (store, version)
);
grant select, insert on inventory_version to ${runtime};
create trigger append_only before update or delete or truncate on inventory_version
    execute function refuse_change();
