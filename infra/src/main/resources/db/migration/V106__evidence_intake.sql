-- What looking for card numbers came to, and what of the store an item holds. Older items were not
-- searched, and say nothing of the store.
alter table evidence_item
    add column card_rules text not null default '',
    add column card_extent text not null default 'NOTHING',
    add column cards_left bigint not null default 0,
    add column cards_left_because text not null default '',
    add column came text,
    add column covers text not null default '';

alter table evidence_item
    alter column card_rules drop default,
    alter column card_extent drop default,
    alter column cards_left drop default,
    alter column cards_left_because drop default,
    alter column covers drop default;

alter table evidence_item_aud
    add column card_rules text,
    add column card_extent text,
    add column cards_left bigint,
    add column cards_left_because text,
    add column came text,
    add column covers text,
    add column card_rules_mod boolean,
    add column card_extent_mod boolean,
    add column cards_left_mod boolean,
    add column cards_left_because_mod boolean,
    add column came_mod boolean,
    add column covers_mod boolean;
