package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.Lags;
import dev.cordon.application.evidence.MirrorMark;
import dev.cordon.domain.evidence.ledger.Lag;
import dev.cordon.infra.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLags implements Lags, MirrorMark {

    private final JdbcClient jdbc;

    JdbcLags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Lag> of(String who) {
        return jdbc.sql("select * from ledger_lag where who = ?")
                .param(who)
                .query(JdbcLags::lag)
                .optional();
    }

    @Override
    public List<Lag> all() {
        return jdbc.sql("select * from ledger_lag order by who").query(JdbcLags::lag).list();
    }

    @Override
    public void put(Lag lag) {
        over(lag.who());
        jdbc.sql(
                        """
                        insert into ledger_lag (who, why, detail, failures, since, next_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(lag.who())
                .param(lag.why())
                .param(lag.detail())
                .param(lag.failures())
                .param(Times.utc(lag.since()))
                .param(Times.utc(lag.next()))
                .update();
    }

    @Override
    public void over(String who) {
        jdbc.sql("delete from ledger_lag where who = ?").param(who).update();
    }

    private static Lag lag(ResultSet row, int index) throws SQLException {
        return new Lag(
                row.getString("who"),
                row.getString("why"),
                row.getString("detail"),
                row.getInt("failures"),
                Times.instant(row, "since"),
                Times.instant(row, "next_at"));
    }

    @Override
    public boolean isMade() {
        return jdbc.sql("select exists(select from ledger_mirror)").query(Boolean.class).single();
    }

    @Override
    public void make() {
        jdbc.sql("insert into ledger_mirror (made_at) values (now())").update();
    }
}
