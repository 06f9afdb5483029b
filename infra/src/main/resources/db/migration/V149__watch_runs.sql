-- That the watch over evidence and ledger finished a run, and what it found. Times are text as they
-- are hashed; what the ledger's leaf holds is the digest of all of it.
create table watch_run (
    id uuid primary key,
    begun_at text not null,
    at text not null,
    vault_at text,
    entries bigint not null,
    items bigint not null,
    of_items bigint not null,
    differences bigint not null,
    found text[] not null
);
grant select, insert on watch_run to ${runtime};
create trigger append_only before update or delete or truncate on watch_run
    execute function refuse_change();
