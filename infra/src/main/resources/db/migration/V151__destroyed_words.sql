-- Words that go with the content: what was said of an item, and for what purpose something was done
-- with it. Hashes hold a commitment in their place, which stays. Items and links from before were
-- hashed with the words themselves and keep them.
alter table evidence_item add column salt text, add column commitment text;
alter table evidence_item_aud add column commitment text, add column commitment_mod boolean;
alter table custody_entry add column commitment text;

create table custody_words (
    evidence uuid not null,
    seq bigint not null,
    salt text not null,
    purpose text not null,
    primary key (evidence, seq),
    foreign key (evidence, seq) references custody_entry
);
grant select, insert, delete on custody_words to ${runtime};
create trigger unchangeable before update or truncate on custody_words
    execute function refuse_change();

create function refuse_early_loss() returns trigger language plpgsql as $$
begin
    if not exists (select from custody_entry
            where evidence = old.evidence and action = 'DISPOSED') then
        raise exception '% goes with the content of its item, which was not disposed of',
            tg_table_name;
    end if;
    return old;
end $$;
create trigger not_before before delete on custody_words
    for each row execute function refuse_early_loss();

-- Looked at when the transaction ends, since the link that says so comes with it.
create function refuse_other_words() returns trigger language plpgsql as $$
begin
    if new.commitment is distinct from old.commitment
            or (new.title, new.original_name, new.command, new.source) <> ('', '', '', '')
            or new.salt is not null
            or not exists (select from custody_entry
                where evidence = old.id and action = 'DISPOSED') then
        raise exception 'the words of evidence_item are never changed, and go with the content';
    end if;
    return null;
end $$;
create constraint trigger words_unchangeable after update on evidence_item
    deferrable initially deferred for each row
    when (old.title <> new.title or old.original_name <> new.original_name
        or old.command <> new.command or old.source <> new.source
        or old.salt is distinct from new.salt or old.commitment is distinct from new.commitment)
    execute function refuse_other_words();

-- What a package states, and the files beside, repeat such words and go with the first item that is
-- disposed of: the package is not given out from then on. Its digest stays.
create table evidence_package_statement (
    package uuid primary key references evidence_package_record,
    custody bytea not null
);
insert into evidence_package_statement
    select package, custody from evidence_package_record r where not exists (
        select from evidence_package_item i join custody_entry c
            on c.evidence = i.item and c.action = 'DISPOSED'
        where i.package = r.package);
alter table evidence_package_record disable trigger append_only;
alter table evidence_package_record add column digest text;
update evidence_package_record set digest = encode(sha256(custody), 'hex');
alter table evidence_package_record alter column digest set not null, drop column custody;
alter table evidence_package_record enable trigger append_only;

create function refuse_early_loss_of_package() returns trigger language plpgsql as $$
begin
    if not exists (select from evidence_package_item i join custody_entry c
                on c.evidence = i.item and c.action = 'DISPOSED'
            where i.package = old.package) then
        raise exception '% goes with the content of an item, and none was disposed of',
            tg_table_name;
    end if;
    return old;
end $$;
grant select, insert, delete on evidence_package_statement to ${runtime};
create trigger unchangeable before update or truncate on evidence_package_statement
    execute function refuse_change();
create trigger not_before before delete on evidence_package_statement
    for each row execute function refuse_early_loss_of_package();
grant delete on evidence_package_file to ${runtime};
drop trigger append_only on evidence_package_file;
delete from evidence_package_file f
    where not exists (select from evidence_package_statement s where s.package = f.package);
create trigger unchangeable before update or truncate on evidence_package_file
    execute function refuse_change();
create trigger not_before before delete on evidence_package_file
    for each row execute function refuse_early_loss_of_package();

-- Which items a package holds is said before it is stated, and not after: a statement goes with one
-- of them.
create function refuse_late_items() returns trigger language plpgsql as $$
begin
    if exists (select from evidence_package_record where package = new.package) then
        raise exception 'a package that is stated takes no further items';
    end if;
    return new;
end $$;
create trigger not_after before insert on evidence_package_item
    for each row execute function refuse_late_items();
