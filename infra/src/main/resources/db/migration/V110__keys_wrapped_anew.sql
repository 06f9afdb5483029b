-- A new master key wraps what the earlier one wrapped; the rows stay what they are.
grant update (wrapped) on data_key to ${runtime};
grant update (proof) on key_proof to ${runtime};

-- That a recovery key was made, and by whom. The key itself is on paper alone.
create table recovery_key (
    id text primary key,
    version bigint not null,
    made_at timestamptz not null,
    made_by text not null
);
grant select, insert on recovery_key to ${runtime};

create table recovery_key_aud (
    id text not null,
    rev bigint not null references revision,
    revtype smallint not null,
    revend bigint references revision,
    made_at timestamptz,
    made_by text,
    made_at_mod boolean,
    made_by_mod boolean,
    primary key (id, rev)
);
create index recovery_key_aud_rev on recovery_key_aud (rev);
grant select, insert, update (revend) on recovery_key_aud to ${runtime};
