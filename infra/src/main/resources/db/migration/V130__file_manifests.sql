-- The files of each store with their digests, in parts; whole once it says when.
create table file_manifest (
    store uuid not null references store,
    version bigint not null,
    at timestamptz,
    parts int not null,
    files bigint not null,
    files_read bigint not null,
    primary key (store, version)
);
grant select, insert, update, delete on file_manifest to ${runtime};

create table file_manifest_part (
    store uuid not null,
    version bigint not null,
    part int not null,
    packed bytea not null,
    primary key (store, version, part),
    foreign key (store, version) references file_manifest on delete cascade
);
grant select, insert, delete on file_manifest_part to ${runtime};
