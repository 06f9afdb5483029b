-- What may be on the payment page of each store, and how it is watched.
create table payment_page (
    id uuid primary key references store,
    version bigint not null,
    watched boolean not null,
    path text not null,
    every_seconds bigint not null,
    approved text not null,
    headers text not null
);
grant select, insert, update on payment_page to ${runtime};

create table payment_page_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    watched boolean,
    path text,
    every_seconds bigint,
    approved text,
    headers text,
    watched_mod boolean,
    path_mod boolean,
    every_seconds_mod boolean,
    approved_mod boolean,
    headers_mod boolean,
    primary key (id, rev)
);
create index payment_page_aud_rev on payment_page_aud (rev);
grant select, insert, update (revend) on payment_page_aud to ${runtime};

-- How the page looked last, and how often it was looked at (PCI DSS 4.0.1, 11.6.1).
create table page_visit (
    store uuid primary key references store,
    tried_at timestamptz not null,
    visit jsonb,
    stopped_by text,
    visits bigint not null,
    since timestamptz not null
);
grant select, insert, update on page_visit to ${runtime};

-- Pages as they came, each kept for an alert.
create table kept_page (
    store uuid not null references store,
    page text not null,
    at timestamptz not null,
    html bytea not null,
    primary key (store, page)
);
grant select, insert on kept_page to ${runtime};
create trigger append_only before update or delete or truncate on kept_page
    execute function refuse_change();
