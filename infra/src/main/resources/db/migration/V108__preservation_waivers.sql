-- What a named person decided need not be preserved before a step destroys it. Times are text as
-- they are hashed; the digest is the content of the ledger's leaf.
create table preservation_waiver (
    id uuid primary key,
    incident uuid not null references incident,
    store uuid not null,
    step text not null,
    losses text not null,
    reason text not null,
    actor text not null,
    at text not null,
    until text not null,
    digest text not null
);
create index preservation_waiver_incident on preservation_waiver (incident, id desc);
grant select, insert on preservation_waiver to ${runtime};
create trigger append_only before update or delete or truncate on preservation_waiver
    execute function refuse_change();
