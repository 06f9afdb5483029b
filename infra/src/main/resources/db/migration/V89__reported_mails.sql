-- Which mails were taken in, and the alert that each became part of. A key is the SHA-256 of what
-- the mail says, or of its Message-ID.
create table reported_mail (
    store uuid not null,
    key bytea not null check (octet_length(key) = 32),
    alert uuid not null references alert,
    taken_at timestamptz not null,
    primary key (store, key)
);
grant select, insert on reported_mail to ${runtime};
