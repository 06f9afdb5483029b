-- Evidence packages, as they were asked for.
create table evidence_package (
    id uuid primary key,
    incident uuid not null references incident,
    store uuid not null,
    whole boolean not null,
    purpose text not null,
    recipient text not null,
    asked_by text not null,
    asked_at timestamptz not null
);
create index evidence_package_incident on evidence_package (incident, asked_at);
grant select, insert on evidence_package to ${runtime};
create trigger append_only before update or delete or truncate on evidence_package
    execute function refuse_change();

create table evidence_package_item (
    package uuid not null references evidence_package,
    place int not null,
    item uuid not null references evidence_item,
    primary key (package, place),
    unique (package, item)
);
grant select, insert on evidence_package_item to ${runtime};
create trigger append_only before update or delete or truncate on evidence_package_item
    execute function refuse_change();

-- Which contents were read whole and found to be what was collected, with their CRC-32.
create table evidence_package_read (
    package uuid not null references evidence_package,
    item uuid not null references evidence_item,
    crc int not null,
    primary key (package, item)
);
grant select, insert on evidence_package_read to ${runtime};
create trigger append_only before update or delete or truncate on evidence_package_read
    execute function refuse_change();

-- What a package states, to the byte: the ledger has the digest. The time is text as its leaf
-- hashes it.
create table evidence_package_record (
    package uuid primary key references evidence_package,
    at text not null,
    leaf uuid not null unique,
    custody bytea not null
);
grant select, insert on evidence_package_record to ${runtime};
create trigger append_only before update or delete or truncate on evidence_package_record
    execute function refuse_change();

-- What lies beside, to the byte.
create table evidence_package_file (
    package uuid not null references evidence_package,
    path text collate "C" not null,
    content bytea not null,
    primary key (package, path)
);
grant select, insert on evidence_package_file to ${runtime};
create trigger append_only before update or delete or truncate on evidence_package_file
    execute function refuse_change();

-- How it ended: with proofs, or with what was in the way.
create table evidence_package_end (
    package uuid primary key references evidence_package,
    at timestamptz not null,
    proofs bytea,
    checkpoint text,
    key text,
    fault text,
    label text,
    check ((fault is null) = (proofs is not null and checkpoint is not null and key is not null)),
    check ((fault is null) = (label is null))
);
grant select, insert on evidence_package_end to ${runtime};
create trigger append_only before update or delete or truncate on evidence_package_end
    execute function refuse_change();
