-- Which key wraps the others: something encrypted with it, to hold a key file against.
create table key_proof (
    one boolean primary key check (one),
    proof bytea not null
);
grant select, insert on key_proof to ${runtime};

-- A key for each store, determination and notice, wrapped. To delete one is to shred what it
-- encrypted.
create table data_key (
    subject text primary key,
    wrapped text not null,
    created_at timestamptz not null
);
grant select, insert, delete on data_key to ${runtime};
