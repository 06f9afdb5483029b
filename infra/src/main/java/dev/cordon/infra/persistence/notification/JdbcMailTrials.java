package dev.cordon.infra.persistence.notification;

import dev.cordon.application.notification.MailTrials;
import dev.cordon.infra.persistence.Times;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMailTrials implements MailTrials {

    private final JdbcClient jdbc;

    JdbcMailTrials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<MailTrial> latest() {
        return jdbc.sql("select username, at from mail_test order by at desc, id desc limit 1")
                .query(
                        (row, _) ->
                                new MailTrial(row.getString("username"), Times.instant(row, "at")))
                .optional();
    }

    @Override
    public void add(MailTrial test) {
        jdbc.sql("insert into mail_test (username, at) values (?, ?)")
                .param(test.username())
                .param(Times.utc(test.at()))
                .update();
    }
}
