-- What webhooks of payment providers are checked with, encrypted, and in no history. A secret that
-- was removed is emptied; that it was there stays known.
create table payment_secret (
    id uuid primary key,
    version bigint not null,
    source text not null references log_source,
    provider text not null,
    sealed text not null,
    scheme text,
    added_at timestamptz not null,
    removed boolean not null
);
create index payment_secret_source on payment_secret (source, added_at desc);
grant select, insert, update on payment_secret to ${runtime};

create table payment_secret_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    source text,
    provider text,
    scheme text,
    added_at timestamptz,
    removed boolean,
    source_mod boolean,
    provider_mod boolean,
    scheme_mod boolean,
    added_at_mod boolean,
    removed_mod boolean,
    primary key (id, rev)
);
create index payment_secret_aud_rev on payment_secret_aud (rev);
grant select, insert, update (revend) on payment_secret_aud to ${runtime};
