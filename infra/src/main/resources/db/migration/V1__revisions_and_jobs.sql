-- Tables belong to the owner. The program's role ${runtime} gets what it needs, table by table, and
-- nothing else: what may only be added to gets no update and no delete.

grant usage on schema public to ${runtime};

-- One committed change: who, when, through which use case, why.
create sequence revision_seq;
create table revision (
    rev bigint primary key,
    at timestamptz not null,
    actor text not null,
    use_case text not null,
    reason text not null,
    events text not null
);
create index revision_at on revision (at desc, rev desc);
create index revision_actor on revision (actor, rev desc);
grant usage on sequence revision_seq to ${runtime};
grant select, insert on revision to ${runtime};

-- Durable jobs, in the form that db-scheduler 16 asks for.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on scheduled_tasks to ${runtime};

-- Jobs that kept failing and wait for a person.
create table parked_job (
    job text not null,
    instance text not null,
    subject uuid not null,
    failures int not null,
    failure text not null,
    parked_at timestamptz not null,
    primary key (job, instance)
);
grant select, insert, delete on parked_job to ${runtime};

-- Numbers that are counted up per name and never given twice.
create table counter (
    name text primary key,
    last bigint not null
);
grant select, insert, update on counter to ${runtime};

-- Refuses to change what was added; also to the owner, by mistake or otherwise.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op
        using errcode = 'insufficient_privilege';
end $$;
