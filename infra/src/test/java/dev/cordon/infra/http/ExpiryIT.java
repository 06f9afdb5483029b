package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.ExpireEvidence;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.database.OwnerConnection;
import dev.cordon.infra.security.CallerContext;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class ExpiryIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final ExpireEvidence expire;
    private final JdbcClient jdbc;
    private final OwnerConnection owner;

    ExpiryIT(
            Api api,
            Tokens tokens,
            Shop shop,
            ExpireEvidence expire,
            JdbcClient jdbc,
            OwnerConnection owner) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.expire = expire;
        this.jdbc = jdbc;
        this.owner = owner;
    }

    @Test
    void whatWasKeptLongEnoughEndsWithItsIncidentAndNothingElse() {
        var closed = kept("CLOSED");
        var open = kept("ACTIVE");

        var more = expire();

        assertThat(more).isFalse();
        assertThat(approvedBy(closed)).isEqualTo("automation:evidence-keeper");
        assertThat(approvedBy(open)).isEmpty();
        var rita = tokens.of("rita", Role.RESPONDER);
        var chain = api.get(closed + "/custody").token(rita).send().json();
        assertThat(chain.at("/1/action").asString()).isEqualTo("DISPOSAL_PLANNED");
    }

    @Test
    void whatCannotBeEndedKeepsNothingBehindItFromItsEnd() throws SQLException {
        var broken = kept("CLOSED");
        var first = UUID.fromString(broken.substring(broken.lastIndexOf('/') + 1));
        var late = kept("CLOSED");
        jdbc.sql(
                        """
                insert into evidence_item select (jsonb_populate_record(item, jsonb_build_object(
                        'id', gen_random_uuid(), 'label', item.label || '-' || n,
                        'keep_until', 'epoch'::timestamptz - interval '1 day'))).*
                from evidence_item item, generate_series(1, 200) n where id = '%s'
                """
                                .formatted(first))
                .update();

        var more = expire();

        assertThat(more).isFalse();
        assertThat(approvedBy(late)).isEqualTo("automation:evidence-keeper");
        try (var tables = owner.open();
                var statement = tables.createStatement()) {
            statement.execute("delete from evidence_item where keep_until < 'epoch'");
        }
    }

    private boolean expire() {
        return CallerContext.callAs(
                AutomationPolicy.EVIDENCE_KEEPER,
                () -> expire.expire(new ExpireEvidence.Command(() -> true)));
    }

    /** An item whose time is over, of an incident at that stage. */
    private String kept(String stage) {
        var rita = tokens.of("rita", Role.RESPONDER);
        var incident = shop.incident(shop.open());
        var item =
                api.post("/api/v1/incidents/" + incident + "/evidence")
                        .token(rita)
                        .header("Cordon-Title", "Access log")
                        .header("Cordon-Source", "the web server")
                        .header("Cordon-Purpose", "as found")
                        .bytes("application/octet-stream", "some lines".getBytes(UTF_8))
                        .send()
                        .header("Location");
        jdbc.sql("update incident set stage = ? where id = ?")
                .param(stage)
                .param(UUID.fromString(incident.toString()))
                .update();
        jdbc.sql("update evidence_item set keep_until = 'epoch' where incident = ?")
                .param(UUID.fromString(incident.toString()))
                .update();
        return item;
    }

    private String approvedBy(String item) {
        return api.get(item)
                .token(tokens.of("rita", Role.RESPONDER))
                .send()
                .json()
                .at("/custody/disposal/approvedBy")
                .asString("");
    }
}
