-- Test messages that the mail server took.
create table mail_test (
    id bigint generated always as identity primary key,
    username text not null,
    at timestamptz not null
);
grant select, insert on mail_test to ${runtime};
create trigger append_only before update or delete or truncate on mail_test
    execute function refuse_change();
