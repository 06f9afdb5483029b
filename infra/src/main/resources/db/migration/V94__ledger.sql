-- The ledger. A leaf is written with what it speaks of and never changed. Times are kept as the
-- text that is hashed, to the nanosecond.
create table ledger_leaf (
    id uuid primary key,
    kind text not null,
    subject text collate "C" not null,
    content text not null,
    at text not null,
    store uuid not null,
    unique (kind, subject)
);
grant select, insert on ledger_leaf to ${runtime};
create trigger append_only before update or delete or truncate on ledger_leaf
    execute function refuse_change();

-- A leaf's place in the tree, and its hash then.
create table ledger_entry (
    position bigint primary key,
    leaf uuid not null unique,
    hash text not null
);
grant select, insert on ledger_entry to ${runtime};
create trigger append_only before update or delete or truncate on ledger_entry
    execute function refuse_change();

-- Roots of full subtrees above leaves, by the position of their last leaf.
create table ledger_node (
    last bigint not null,
    level int not null,
    hash text not null,
    primary key (last, level)
);
grant select, insert on ledger_node to ${runtime};
create trigger append_only before update or delete or truncate on ledger_node
    execute function refuse_change();

-- What was signed, as it was signed.
create table ledger_checkpoint (
    size bigint primary key,
    note text not null
);
grant select, insert on ledger_checkpoint to ${runtime};
create trigger append_only before update or delete or truncate on ledger_checkpoint
    execute function refuse_change();

-- Which leaves have no place yet. No evidence: a leaf that is gone from here without a place is
-- found by checking the ledger.
create table ledger_waiting (
    leaf uuid primary key
);
grant select, insert, delete on ledger_waiting to ${runtime};

-- Chains that were there before the ledger.
insert into ledger_leaf (id, kind, subject, content, at, store)
    select gen_random_uuid(), 'CUSTODY_ENTRY', c.evidence || '/' || c.seq, c.hash, c.at, i.store
    from custody_entry c join evidence_item i on i.id = c.evidence;
insert into ledger_waiting select id from ledger_leaf;
insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
    select 'sequence-ledger', '00000000-0000-0000-0000-000000000000/first',
        convert_to('{"subject":"00000000-0000-0000-0000-000000000000","fruitless":0}', 'UTF8'),
        now(), false, 1
    where exists (select from ledger_waiting);
