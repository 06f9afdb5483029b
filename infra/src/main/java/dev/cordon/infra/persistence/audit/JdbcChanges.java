package dev.cordon.infra.persistence.audit;

import dev.cordon.application.kernel.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChanges implements Changes {

    private final JdbcClient jdbc;

    JdbcChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long latest() {
        return jdbc.sql("select coalesce(max(rev), 0) from revision").query(Long.class).single();
    }
}
