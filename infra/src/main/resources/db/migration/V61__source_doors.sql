-- Tokens that belong to a log source. Of the secret only its SHA-256 is kept, and in no history.
create table source_token (
    id uuid primary key,
    version bigint not null,
    source text not null references log_source,
    name text not null,
    secret_hash text not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked boolean not null
);
create index source_token_source on source_token (source, created_at desc);
grant select, insert, update on source_token to ${runtime};

create table source_token_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    source text,
    name text,
    created_at timestamptz,
    expires_at timestamptz,
    revoked boolean,
    source_mod boolean,
    name_mod boolean,
    created_at_mod boolean,
    expires_at_mod boolean,
    revoked_mod boolean,
    primary key (id, rev)
);
create index source_token_aud_rev on source_token_aud (rev);
grant select, insert, update (revend) on source_token_aud to ${runtime};

-- How much a source may send; no row means the usual limit.
create table source_limit (
    id text primary key references log_source,
    version bigint not null,
    bytes_per_second bigint not null,
    burst bigint not null
);
grant select, insert, update on source_limit to ${runtime};

create table source_limit_aud (
    id text not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    bytes_per_second bigint,
    burst bigint,
    bytes_per_second_mod boolean,
    burst_mod boolean,
    primary key (id, rev)
);
create index source_limit_aud_rev on source_limit_aud (rev);
grant select, insert, update (revend) on source_limit_aud to ${runtime};
