-- Who was paged about what, so that nobody is woken twice for the same.
create table paged (
    occasion text not null,
    username text not null,
    outcome text not null check (outcome in ('SENT', 'REFUSED')),
    at timestamptz not null,
    primary key (occasion, username)
);
create index paged_at on paged (at);
grant select, insert on paged to ${runtime};
