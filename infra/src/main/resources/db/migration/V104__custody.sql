-- What was said of an item when it was collected, and how it is held now.
alter table evidence_item
    add column kind text not null default 'FILE',
    add column masked bigint not null default 0,
    add column danger text,
    add column manifest text,
    add column received_at timestamptz,
    add column command text not null default '',
    add column clock_drift text,
    add column custodian text,
    add column offered_to text,
    add column offered_at timestamptz,
    add column sealed_at timestamptz,
    add column holds text not null default '[]',
    add column keep_until timestamptz,
    add column disposal_reason text,
    add column disposal_planned_by text,
    add column disposal_planned_at timestamptz,
    add column disposal_approved_by text,
    add column disposed_at timestamptz;

update evidence_item set received_at = acquired_at, custodian = acquired_by,
    keep_until = acquired_at + interval '3 years',
    kind = case when method like 'log lines%' then 'LOG_LINES' else 'FILE' end;

alter table evidence_item
    alter column received_at set not null,
    alter column custodian set not null,
    alter column keep_until set not null,
    alter column kind drop default,
    alter column masked drop default,
    alter column command drop default,
    alter column holds drop default;
create index evidence_item_over on evidence_item (keep_until) where disposal_approved_by is null;
create index evidence_item_store on evidence_item (store);

alter table evidence_item_aud
    add column kind text,
    add column masked bigint,
    add column danger text,
    add column manifest text,
    add column received_at timestamptz,
    add column command text,
    add column clock_drift text,
    add column custodian text,
    add column offered_to text,
    add column offered_at timestamptz,
    add column sealed_at timestamptz,
    add column holds text,
    add column keep_until timestamptz,
    add column disposal_reason text,
    add column disposal_planned_by text,
    add column disposal_planned_at timestamptz,
    add column disposal_approved_by text,
    add column disposed_at timestamptz,
    add column kind_mod boolean,
    add column masked_mod boolean,
    add column danger_mod boolean,
    add column manifest_mod boolean,
    add column received_at_mod boolean,
    add column command_mod boolean,
    add column clock_drift_mod boolean,
    add column custody_mod boolean;

-- The other party of a link, and the digest of what was said of the item; null in older links,
-- whose hash knows neither.
alter table custody_entry
    add column counterpart text,
    add column facts text;
