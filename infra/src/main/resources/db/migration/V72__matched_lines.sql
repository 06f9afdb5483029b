-- Lines that were cut out for an alert are kept for longer than their log, and deleted with a proof
-- too.
alter table log_deletion
    add alert uuid,
    drop constraint log_deletion_source_from_byte_to_byte_key,
    add constraint log_deletion_once unique nulls not distinct (source, from_byte, to_byte, alert);
