-- Personal access tokens. Of the secret only its SHA-256 is kept, and in no history.
create table api_token (
    id uuid primary key,
    version bigint not null,
    owner text not null,
    name text not null,
    secret_hash text not null unique,
    permissions text not null,
    scope text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked boolean not null
);
create index api_token_owner on api_token (owner, created_at desc);
grant select, insert, update on api_token to ${runtime};

-- History: one row for each revision that changed the record; revend is where the next one begins.
create table api_token_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    owner text,
    name text,
    permissions text,
    scope text,
    created_at timestamptz,
    expires_at timestamptz,
    revoked boolean,
    owner_mod boolean,
    name_mod boolean,
    permissions_mod boolean,
    scope_mod boolean,
    created_at_mod boolean,
    expires_at_mod boolean,
    revoked_mod boolean,
    primary key (id, rev)
);
create index api_token_aud_rev on api_token_aud (rev);
grant select, insert, update (revend) on api_token_aud to ${runtime};

-- Roles that somebody holds for some stores only; no row means for all.
create table role_limit (
    id text primary key,
    stores text not null
);
grant select, insert, update, delete on role_limit to ${runtime};

create table role_limit_aud (
    id text not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    stores text,
    stores_mod boolean,
    primary key (id, rev)
);
create index role_limit_aud_rev on role_limit_aud (rev);
grant select, insert, update (revend) on role_limit_aud to ${runtime};
