-- What people approved to be in each store.
create table baseline (
    id uuid primary key references store,
    version bigint not null,
    inventory bigint not null,
    seen text not null,
    note text not null,
    approved_by text not null,
    approved_at timestamptz not null
);
grant select, insert, update on baseline to ${runtime};

create table baseline_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    inventory bigint,
    seen text,
    note text,
    approved_by text,
    approved_at timestamptz,
    inventory_mod boolean,
    seen_mod boolean,
    note_mod boolean,
    approved_by_mod boolean,
    approved_at_mod boolean,
    primary key (id, rev)
);
create index baseline_aud_rev on baseline_aud (rev);
grant select, insert, update (revend) on baseline_aud to ${runtime};

-- The differences that stand: each was told once.
create table standing_difference (
    store uuid not null references store,
    digest text not null,
    kind text not null,
    name text not null,
    since timestamptz not null,
    primary key (store, digest)
);
grant select, insert, delete on standing_difference to ${runtime};
