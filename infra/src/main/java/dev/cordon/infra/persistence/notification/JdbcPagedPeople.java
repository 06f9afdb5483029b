package dev.cordon.infra.persistence.notification;

import dev.cordon.application.notification.PagedPeople;
import dev.cordon.infra.persistence.Times;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPagedPeople implements PagedPeople {

    private final JdbcClient jdbc;

    JdbcPagedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> paged(String occasion, Instant since) {
        return jdbc.sql("select username from paged where occasion = ? or at > ?")
                .param(occasion)
                .param(Times.utc(since))
                .query(String.class)
                .set();
    }

    @Override
    public List<Paged> newest(int limit) {
        return jdbc.sql("select * from paged order by at desc, username limit ?")
                .param(limit)
                .query(
                        (row, _) ->
                                new Paged(
                                        row.getString("occasion"),
                                        row.getString("username"),
                                        Outcome.valueOf(row.getString("outcome")),
                                        Times.instant(row, "at")))
                .list();
    }

    @Override
    public boolean claim(String username, Instant at, Instant since) {
        return jdbc.sql(
                                """
                                insert into page_claim (username, at) values (?, ?)
                                on conflict (username) do update set at = excluded.at
                                    where page_claim.at < ?
                                """)
                        .param(username)
                        .param(Times.utc(at))
                        .param(Times.utc(since))
                        .update()
                == 1;
    }

    @Override
    public void release(String username) {
        jdbc.sql("delete from page_claim where username = ?").param(username).update();
    }

    @Override
    public void add(Paged paged) {
        jdbc.sql(
                        """
                        insert into paged (occasion, username, outcome, at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .param(paged.occasion())
                .param(paged.username())
                .param(paged.outcome().name())
                .param(Times.utc(paged.at()))
                .update();
    }
}
