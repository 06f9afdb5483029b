-- Who is being paged right now, so that jobs side by side wake nobody twice.
create table page_claim (
    username text primary key,
    at timestamptz not null
);
grant select, insert, update, delete on page_claim to ${runtime};
