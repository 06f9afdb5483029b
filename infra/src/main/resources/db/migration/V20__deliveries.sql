-- The frozen recipients of a notice and what is known of each message. Recipients and servers' words
-- are encrypted under the campaign's own key; who is told may not change any more.
create table delivery (
    campaign uuid not null references campaign,
    ordinal int not null,
    language text not null,
    recipient bytea not null,
    status text not null,
    attempts int not null,
    next_attempt timestamptz,
    message_id text not null,
    proof bytea,
    server text not null,
    note text not null,
    at timestamptz,
    primary key (campaign, ordinal)
);
create index delivery_due on delivery (campaign, next_attempt nulls first, ordinal)
    where status = 'PENDING';
create index delivery_in_flight on delivery (campaign) where status = 'IN_FLIGHT';
grant select, insert,
    update (status, attempts, next_attempt, message_id, proof, server, note, at)
    on delivery to ${runtime};

-- Everything that ever became known of a message. Added and never changed.
create table delivery_event (
    id bigint generated always as identity primary key,
    campaign uuid not null,
    ordinal int not null,
    attempt int not null,
    status text not null,
    counts boolean not null,
    message_id text not null,
    proof bytea,
    server text not null,
    note text not null,
    actor text not null,
    at timestamptz not null,
    foreign key (campaign, ordinal) references delivery
);
create index delivery_event_message on delivery_event (campaign, ordinal, id);
grant select, insert on delivery_event to ${runtime};
create trigger append_only before update or delete or truncate on delivery_event
    execute function refuse_change();

-- How the dispatch of a notice stands; only the last word is kept, and nothing hangs on it.
create table dispatch (
    campaign uuid primary key references campaign,
    kind text not null,
    why text not null,
    next timestamptz,
    at timestamptz not null
);
grant select, insert, update on dispatch to ${runtime};
