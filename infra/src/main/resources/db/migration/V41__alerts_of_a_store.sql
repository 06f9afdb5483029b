-- Detection watches a store's logs together: its alerts are the store's, no longer one log's.
update alert set source_type = 'detection', source = lower(mode) where source_type = 'access-log';
update alert_aud set source_type = 'detection', source = lower(mode) where source_type = 'access-log';
drop index alert_recent;
create index alert_recent on alert (store, source_type, mode, last_seen_at);
