-- Programs outside that are told what happens to alerts and incidents.
create table webhook_endpoint (
    id uuid primary key,
    version bigint not null,
    owner text not null,
    url text not null,
    types text not null,
    stores text not null,
    exercises boolean not null,
    state text not null,
    added_at timestamptz not null,
    on_since timestamptz not null,
    secret_since timestamptz not null
);
grant select, insert, update on webhook_endpoint to ${runtime};

create table webhook_endpoint_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    owner text,
    url text,
    types text,
    stores text,
    exercises boolean,
    state text,
    added_at timestamptz,
    on_since timestamptz,
    secret_since timestamptz,
    owner_mod boolean,
    url_mod boolean,
    types_mod boolean,
    stores_mod boolean,
    exercises_mod boolean,
    state_mod boolean,
    added_at_mod boolean,
    on_since_mod boolean,
    secret_since_mod boolean,
    primary key (id, rev)
);
create index webhook_endpoint_aud_rev on webhook_endpoint_aud (rev);
grant select, insert, update (revend) on webhook_endpoint_aud to ${runtime};

-- What messages are signed with, encrypted under the endpoint's own key; null: good until replaced.
create table webhook_secret (
    id uuid primary key,
    endpoint uuid not null references webhook_endpoint,
    sealed bytea not null,
    made_at timestamptz not null,
    until timestamptz
);
create index webhook_secret_of on webhook_secret (endpoint, made_at desc);
grant select, insert, update (until), delete on webhook_secret to ${runtime};

-- What endpoints are told: written with the change that it tells of. What was said stays.
create table webhook_delivery (
    endpoint uuid not null references webhook_endpoint,
    id uuid not null,
    type text not null,
    at timestamptz not null,
    subject uuid not null,
    reference text not null,
    store uuid,
    mode text not null,
    production boolean not null,
    state text not null,
    asked_at timestamptz not null,
    tries int not null,
    next timestamptz,
    primary key (endpoint, id)
);
create index webhook_delivery_waiting on webhook_delivery (endpoint, next)
    where state = 'PENDING';
create index webhook_delivery_listed on webhook_delivery (endpoint, at desc, id desc);
grant select, insert, update (state, asked_at, tries, next), delete
    on webhook_delivery to ${runtime};

-- What they answered. Added, and forgotten with the delivery.
create table webhook_attempt (
    id bigint generated always as identity primary key,
    endpoint uuid not null,
    delivery uuid not null,
    at timestamptz not null,
    taken boolean not null,
    status int,
    excerpt text not null,
    millis int not null,
    foreign key (endpoint, delivery) references webhook_delivery on delete cascade
);
create index webhook_attempt_of on webhook_attempt (endpoint, delivery, id);
create index webhook_attempt_at on webhook_attempt (endpoint, at);
grant select, insert, delete on webhook_attempt to ${runtime};
