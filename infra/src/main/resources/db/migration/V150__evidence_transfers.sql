-- Packages in the hands of somebody outside. Times are text as they are hashed; the digest is the
-- content of the ledger's leaf.
create table evidence_transfer (
    id uuid primary key,
    package uuid not null references evidence_package,
    incident uuid not null references incident,
    store uuid not null,
    content text not null,
    receiver text not null,
    organisation text not null,
    reference text not null,
    means text not null,
    purpose text not null,
    actor text not null,
    at text not null,
    digest text not null
);
create index evidence_transfer_incident on evidence_transfer (incident, id desc);
grant select, insert on evidence_transfer to ${runtime};
create trigger append_only before update or delete or truncate on evidence_transfer
    execute function refuse_change();

-- What they answered, once: a receipt, or why there is none.
create table evidence_transfer_answer (
    transfer uuid primary key references evidence_transfer,
    signed_by text,
    received_at text,
    document uuid references evidence_item,
    document_content text,
    why text,
    reason text,
    actor text not null,
    at text not null,
    digest text not null,
    check ((why is null) = (reason is null)),
    check ((why is null) = (signed_by is not null and received_at is not null
        and document is not null and document_content is not null))
);
grant select, insert on evidence_transfer_answer to ${runtime};
create trigger append_only before update or delete or truncate on evidence_transfer_answer
    execute function refuse_change();
