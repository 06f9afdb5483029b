-- The files behind the differences that stand.
create table changed_file (
    store uuid not null references store,
    digest text not null,
    area text not null,
    path text not null,
    how text not null,
    at timestamptz not null,
    primary key (store, digest)
);
create index changed_file_area on changed_file (store, md5(area));
grant select, insert, update, delete on changed_file to ${runtime};
