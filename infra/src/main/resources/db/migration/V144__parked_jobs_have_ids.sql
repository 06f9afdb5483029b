-- A parked job is taken up by its id; the name of its instance holds what no address should.
alter table parked_job add column id uuid not null default gen_random_uuid();
create unique index parked_job_id on parked_job (id);
