-- What came in from outside and became an alert, as it came; mails lie encrypted under the key of
-- their store, pages lie with the visits of the page.
create table alert_original (
    alert uuid not null references alert,
    content bytea not null check (octet_length(content) = 32),
    store uuid not null references store,
    form text not null,
    source text not null,
    taken_at timestamptz not null,
    sealed bytea,
    primary key (alert, content)
);
create index alert_original_taken on alert_original (taken_at);
grant select, insert, delete on alert_original to ${runtime};
