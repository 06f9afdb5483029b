package dev.cordon.infra.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether Cordon runs somewhere on the same database; it says its name to the server. */
public final class OtherPrograms {

    private final JdbcClient jdbc;

    OtherPrograms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So many connections that are not this program's own. */
    public int connections() {
        return jdbc.sql(
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and application_name = ?
                        """)
                .param(DatabaseConfiguration.PROGRAM)
                .query(Integer.class)
                .single();
    }
}
