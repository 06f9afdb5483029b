-- All evidence, the latest first.
create index evidence_item_received on evidence_item (received_at desc, id desc);
