package dev.cordon.infra.persistence.detection;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.utc;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.cordon.application.detection.AlertOriginals;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.crypto.DataKeys;
import dev.cordon.infra.crypto.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SealedAlertOriginals implements AlertOriginals {

    private final JdbcClient jdbc;
    private final DataKeys keys;

    SealedAlertOriginals(JdbcClient jdbc, DataKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    @Override
    public void keep(Original original, byte[] bytes) {
        jdbc.sql(
                        """
                        insert into alert_original (alert, content, store, form, source, taken_at,
                            sealed)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .param(original.alert().value())
                .param(original.content().bytes())
                .param(original.store().value())
                .param(original.form().name())
                .param(original.source())
                .param(utc(original.takenAt()))
                .param(original.form() == Form.MAIL ? sealed(original, bytes) : null)
                .update();
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql(
                        """
                        delete from alert_original original where taken_at < ? and not (
                            form = 'PAGE' and exists (
                                select 1 from alert where alert.id = original.alert
                                    and alert.status in ('NEW', 'TRIAGING')))
                        """)
                .param(utc(before))
                .update();
    }

    @Override
    public List<Original> of(AlertId alert) {
        return jdbc.sql(
                        """
                        select alert, content, store, form, source, taken_at from alert_original
                        where alert = ? order by taken_at, content
                        """)
                .param(alert.value())
                .query(SealedAlertOriginals::original)
                .list();
    }

    @Override
    public byte[] bytes(Original mail) {
        var key = keys.find(Subject.store(mail.store().value())).orElseThrow(() -> gone(mail));
        return jdbc.sql("select sealed from alert_original where alert = ? and content = ?")
                .param(mail.alert().value())
                .param(mail.content().bytes())
                .query((row, _) -> row.getBytes("sealed"))
                .optional()
                .map(kept -> key.open(place(mail), kept).getBytes(ISO_8859_1))
                .orElseThrow(() -> gone(mail));
    }

    /** Each byte as one character: a mail may hold any. */
    private byte @Nullable [] sealed(Original mail, byte[] bytes) {
        return keys.of(Subject.store(mail.store().value()))
                .seal(place(mail), new String(bytes, ISO_8859_1));
    }

    private static String place(Original mail) {
        return "alert_original/" + mail.alert() + "/" + mail.content().hex();
    }

    private static NotFound gone(Original mail) {
        return new NotFound("mail " + mail.content());
    }

    private static Original original(ResultSet row, int index) throws SQLException {
        return new Original(
                new StoreId(row.getObject("store", UUID.class)),
                new AlertId(row.getObject("alert", UUID.class)),
                Form.valueOf(row.getString("form")),
                Sha256.ofDigest(row.getBytes("content")),
                row.getString("source"),
                instant(row, "taken_at"));
    }
}
