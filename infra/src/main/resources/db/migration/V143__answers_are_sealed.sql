-- Answers that are given again are encrypted from now on; those of the last day were not.
delete from idempotency_key;
