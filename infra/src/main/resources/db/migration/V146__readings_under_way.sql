-- How far all accounts of a store were read, as long as they are being read.
alter table mirror_state add column accounts_page integer;
alter table mirror_state add column accounts_total bigint;
alter table mirror_state add column accounts_began timestamptz;

-- When a manifest was begun: one that is not whole may be under way still.
alter table file_manifest add column began timestamptz;
