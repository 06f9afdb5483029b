-- What in each store is known to be vulnerable, as long as it is.
create table exposure (
    store uuid not null references store,
    digest text not null,
    since timestamptz not null,
    exposure jsonb not null,
    primary key (store, digest)
);
grant select, insert, delete on exposure to ${runtime};

-- What came of reading the feed last.
create table vulnerability_feed (
    one boolean primary key default true check (one),
    at timestamptz,
    records bigint not null,
    trouble text
);
grant select, insert, update on vulnerability_feed to ${runtime};
