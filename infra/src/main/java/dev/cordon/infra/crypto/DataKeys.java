package dev.cordon.infra.crypto;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of all subjects, each wrapped by the master key. */
public final class DataKeys {

    private final JdbcClient jdbc;
    private final MasterKey master;
    private final InstantSource clock;

    DataKeys(JdbcClient jdbc, MasterKey master, InstantSource clock) {
        this.jdbc = jdbc;
        this.master = master;
        this.clock = clock;
    }

    /** The subject's key; made where it has none yet. */
    public DataKey of(Subject subject) {
        return find(subject).orElseGet(() -> create(subject));
    }

    /** Empty if nothing was encrypted for the subject, or it was shredded. */
    public Optional<DataKey> find(Subject subject) {
        return jdbc.sql("select wrapped from data_key where subject = ?")
                .param(subject.toString())
                .query(String.class)
                .optional()
                .map(wrapped -> master.unwrap(subject, wrapped));
    }

    /** Makes everything that was encrypted for the subject unreadable, for good. */
    public void shred(Subject subject) {
        jdbc.sql("delete from data_key where subject = ?").param(subject.toString()).update();
    }

    private DataKey create(Subject subject) {
        jdbc.sql(
                        """
                        insert into data_key (subject, wrapped, created_at) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .param(subject.toString())
                .param(master.wrapNew(subject))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return find(subject).orElseThrow();
    }
}
