create table campaign (
    id uuid primary key,
    version bigint not null,
    incident uuid not null references incident,
    store uuid not null,
    determination uuid not null references determination,
    channel text not null,
    texts text not null,
    recipients int not null,
    recipients_hash text not null,
    authors text not null,
    phase text not null,
    sent_back text,
    submitted_by text,
    submitted_at timestamptz,
    approved_by text,
    approved_at timestamptz,
    content text,
    completed_at timestamptz
);
create index campaign_incident on campaign (incident, id desc);
create index campaign_waiting on campaign (submitted_at) where phase = 'SUBMITTED';
grant select, insert, update on campaign to ${runtime};

create table campaign_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    incident uuid,
    store uuid,
    determination uuid,
    channel text,
    texts text,
    recipients int,
    recipients_hash text,
    authors text,
    phase text,
    sent_back text,
    submitted_by text,
    submitted_at timestamptz,
    approved_by text,
    approved_at timestamptz,
    content text,
    completed_at timestamptz,
    incident_mod boolean,
    store_mod boolean,
    determination_mod boolean,
    channel_mod boolean,
    texts_mod boolean,
    recipients_mod boolean,
    recipients_hash_mod boolean,
    authors_mod boolean,
    phase_mod boolean,
    primary key (id, rev)
);
create index campaign_aud_rev on campaign_aud (rev);
grant select, insert, update (revend) on campaign_aud to ${runtime};
