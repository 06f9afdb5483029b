package dev.cordon.infra.persistence.store;

import dev.cordon.application.store.ConnectionReports;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.infra.persistence.Times;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcConnectionReports implements ConnectionReports {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    JdbcConnectionReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two checks in one moment found the same: the first one stays. */
    @Override
    public void add(ConnectionReport report) {
        jdbc.sql(
                        """
                        insert into connection_report (store, at, report) values (?, ?, ?::jsonb)
                        on conflict do nothing
                        """)
                .param(report.store().value())
                .param(Times.utc(report.at()))
                .param(json.writeValueAsString(ConnectionReportJson.of(report)))
                .update();
    }

    @Override
    public Optional<ConnectionReport> latest(StoreId store) {
        return recent(store, 1).stream().findFirst();
    }

    @Override
    public List<ConnectionReport> recent(StoreId store, int most) {
        return jdbc.sql(
                        """
                        select at, report from connection_report where store = ?
                        order by at desc limit ?
                        """)
                .param(store.value())
                .param(most)
                .query(
                        (row, _) ->
                                json.readValue(row.getString("report"), ConnectionReportJson.class)
                                        .toDomain(store, Times.instant(row, "at")))
                .list();
    }
}
