-- Revisions of audited rows are leaves of the ledger from now on; those up to this one are not.
create table ledger_revisions_since (
    rev bigint not null
);
grant select, insert on ledger_revisions_since to ${runtime};
create trigger append_only before update or delete or truncate on ledger_revisions_since
    execute function refuse_change();
insert into ledger_revisions_since select coalesce(max(rev), 0) from revision;
