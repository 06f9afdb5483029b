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
    if not exists (select from evidence_item
            where id = old.evidence and disposal_approved_by is not null) then
        raise exception '% goes with the content of its item, whose disposal nobody approved',
            tg_table_name;
    end if;
    return old;
end $$;
create trigger not_before before delete on custody_words
    for each row execute function refuse_early_loss();

-- What a package states, and the files beside, repeat such words and go with the first item that is
-- disposed of: the package is not given out from then on. Its digest stays.
create table evidence_package_statement (
    package uuid primary key references evidence_package_record,
    custody bytea not null
);
insert into evidence_package_statement select package, custody from evidence_package_record;
alter table evidence_package_record disable trigger append_only;
alter table evidence_package_record add column digest text;
update evidence_package_record set digest = encode(sha256(custody), 'hex');
alter table evidence_package_record alter column digest set not null, drop column custody;
alter table evidence_package_record enable trigger append_only;

create function refuse_early_loss_of_package() returns trigger language plpgsql as $$
begin
    if not exists (select from evidence_package_item p join evidence_item i on i.id = p.item
            where p.package = old.package and i.disposal_approved_by is not null) then
        raise exception '% goes with the content of an item, and nobody approved a disposal',
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
create trigger unchangeable before update or truncate on evidence_package_file
    execute function refuse_change();
create trigger not_before before delete on evidence_package_file
    for each row execute function refuse_early_loss_of_package();
