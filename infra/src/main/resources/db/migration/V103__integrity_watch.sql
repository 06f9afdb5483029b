-- When each item and the ledger were last checked by the program itself, and what differed. No
-- evidence: whoever empties it has everything checked again.
create table integrity_watch (
    subject text primary key,
    store uuid,
    checked_at timestamptz not null,
    difference text,
    found_at timestamptz,
    alert uuid
);
grant select, insert, update, delete on integrity_watch to ${runtime};

-- How far the ledger is computed anew: a tree that goes on growing, and begins again each day.
create table integrity_cursor (
    size bigint not null,
    peaks text not null,
    signed bigint not null,
    begun_at timestamptz not null
);
grant select, insert, update, delete on integrity_cursor to ${runtime};
