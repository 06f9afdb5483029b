-- Time stamps of checkpoints (RFC 3161): the token, and when the authority says that it was. The
-- time is text as its leaf hashes it.
create table ledger_anchor (
    size bigint not null,
    authority text not null,
    at text not null,
    token bytea not null,
    primary key (size, authority)
);
grant select, insert on ledger_anchor to ${runtime};
create trigger append_only before update or delete or truncate on ledger_anchor
    execute function refuse_change();

-- That a mirror was begun, so that an empty folder does not pass for a new one.
create table ledger_mirror (
    made_at timestamptz not null
);
grant select, insert on ledger_mirror to ${runtime};
create trigger append_only before update or delete or truncate on ledger_mirror
    execute function refuse_change();

-- What waits outside, and why. No evidence.
create table ledger_lag (
    who text primary key,
    why text not null,
    detail text not null,
    failures int not null,
    since timestamptz not null,
    next_at timestamptz not null
);
grant select, insert, update, delete on ledger_lag to ${runtime};
