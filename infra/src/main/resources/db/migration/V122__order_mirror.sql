-- Which stores are mirrored, what for and for how long.
create table mirror_plan (
    id uuid primary key references store,
    version bigint not null,
    mirrored boolean not null,
    owner text not null,
    purpose text not null,
    days integer not null
);
grant select, insert, update on mirror_plan to ${runtime};

create table mirror_plan_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    mirrored boolean,
    owner text,
    purpose text,
    days integer,
    mirrored_mod boolean,
    owner_mod boolean,
    purpose_mod boolean,
    days_mod boolean,
    primary key (id, rev)
);
create index mirror_plan_aud_rev on mirror_plan_aud (rev);
grant select, insert, update (revend) on mirror_plan_aud to ${runtime};

-- How far a store was read, and why reading stopped.
create table mirror_state (
    store uuid primary key references store,
    reached timestamptz not null,
    counted integer not null,
    last bigint not null,
    caught_up_at timestamptz,
    customers_at timestamptz,
    stopped_by text,
    stopped_at timestamptz
);
grant select, insert, update, delete on mirror_state to ${runtime};

-- Orders and accounts as the store told them last. What tells who somebody is lies encrypted.
create table mirrored_order (
    store uuid not null references store,
    id bigint not null,
    created_at timestamptz not null,
    modified_at timestamptz not null,
    sealed bytea not null,
    primary key (store, id)
);
create index mirrored_order_created on mirrored_order (store, created_at);
grant select, insert, update, delete on mirrored_order to ${runtime};

create table mirrored_customer (
    store uuid not null references store,
    id bigint not null,
    seen_at timestamptz not null,
    gone_at timestamptz,
    sealed bytea not null,
    primary key (store, id)
);
grant select, insert, update, delete on mirrored_customer to ${runtime};
