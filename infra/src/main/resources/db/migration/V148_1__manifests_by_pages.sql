-- Manifests that are listed page by page go on where they were left, over several looks.
alter table file_manifest add paged boolean not null default false;
