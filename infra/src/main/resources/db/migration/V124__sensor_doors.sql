-- What opens the door of a store's sensor plugin: a copy of its key, sealed so that it opens while
-- the keys in this database are out of reach. History is that of the store's connections.
create table sensor_door (
    store uuid primary key,
    id uuid not null unique,
    source text not null unique,
    sealed text not null
);
grant select, insert, delete on sensor_door to ${runtime};
