-- Alerts from outside say what they are in their own words.
alter table alert
    add note_title text,
    add note_text text,
    add note_link text;
alter table alert_aud
    add note_title text,
    add note_text text,
    add note_link text,
    add note_mod boolean;

-- What lists show and search in, beside the finding that lists do not read.
alter table alert
    add title text,
    add rules text not null default '',
    add address_count integer not null default 0,
    add addresses_kept integer not null default 0,
    add successes integer not null default 0,
    add started_at timestamptz,
    add search text not null default '';
update alert set
    rules = coalesce((
        select string_agg(rule, E'\n' order by place)
        from jsonb_array_elements_text(finding::jsonb #> '{verdict,rules}')
            with ordinality as r(rule, place)), ''),
    address_count = jsonb_array_length(finding::jsonb -> 'addresses')
        + (finding::jsonb ->> 'unlisted')::integer,
    addresses_kept = jsonb_array_length(finding::jsonb -> 'addresses'),
    successes = coalesce((
        select sum((facts ->> 'successes')::integer)
        from jsonb_array_elements(finding::jsonb -> 'addresses') as facts), 0),
    started_at = (finding::jsonb #>> '{period,startedAt}')::timestamptz,
    search = regexp_replace(
        lower(kind || ' ' || (finding::jsonb #>> '{verdict,title}') || ' '
            || (finding::jsonb #>> '{verdict,rules}') || ' ' || source_ref || ' '
            || (finding::jsonb ->> 'accounts') || ' ' || (finding::jsonb #>> '{proof,paths}')),
        '[^[:alnum:]]+', ' ', 'g');
alter table alert
    alter column started_at set not null,
    add words tsvector generated always as (to_tsvector('simple', search)) stored,
    add open boolean generated always as (status in ('NEW', 'TRIAGING')) stored;

create table alert_address (
    address inet not null,
    alert uuid not null references alert,
    first_seen timestamptz not null,
    primary key (address, alert)
);
insert into alert_address (address, alert, first_seen)
    select (facts ->> 'address')::inet, alert.id, (facts ->> 'firstSeen')::timestamptz
    from alert, jsonb_array_elements(alert.finding::jsonb -> 'addresses') as facts;
create index alert_address_began on alert_address (first_seen, alert);
grant select, insert on alert_address to ${runtime};
alter table alert drop addresses;

-- Long findings lie beside the table, so that what is listed stands close together.
alter table alert set (toast_tuple_target = 256);

drop index alert_status;
create index alert_status on alert (status, detected_at desc, id desc);
create index alert_open on alert (detected_at desc, id desc) where open;
create index alert_open_severity on alert (severity, detected_at desc, id desc) where open;
create index alert_severity on alert (severity, detected_at desc, id desc);
create index alert_kind on alert (kind, detected_at desc, id desc);
create index alert_store on alert (store, detected_at desc, id desc);
create index alert_store_open on alert (store, detected_at desc, id desc) where open;
create index alert_store_kind on alert (store, kind, detected_at desc, id desc);
create index alert_taken on alert (taken_by, detected_at desc, id desc) where taken_by is not null;
create index alert_words on alert using gin (words);
