package dev.cordon.infra.persistence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers counted up per name, held until the transaction ends: none is given twice. */
@Component
public class Counters {

    private final JdbcClient jdbc;

    Counters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long next(String name) {
        return jdbc.sql(
                        """
                        insert into counter (name, last) values (?, 1)
                        on conflict (name) do update set last = counter.last + 1
                        returning last
                        """)
                .param(name)
                .query(Long.class)
                .single();
    }

    /** Nobody counts up until the transaction ends. */
    public void hold(String name) {
        jdbc.sql(
                        """
                        insert into counter (name, last) values (?, 0)
                        on conflict (name) do update set last = counter.last
                        """)
                .param(name)
                .update();
    }
}
