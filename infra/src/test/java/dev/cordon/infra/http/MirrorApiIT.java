package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.store.MirrorWebhooks;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Role;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mirror of a store that does not answer, over HTTP. */
@ApiTest
class MirrorApiIT {

    private static final String WISH =
            """
            {"owner": "Dina", "purpose": "to tell people", "days": 90}
            """;

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final MirrorWebhooks webhooks;
    private final JdbcClient jdbc;

    MirrorApiIT(Api api, Tokens tokens, Shop shop, MirrorWebhooks webhooks, JdbcClient jdbc) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.webhooks = webhooks;
        this.jdbc = jdbc;
    }

    @Test
    void aMirrorIsSetSaysWhyItStandsStillAndIsEnded() {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var mirror = "/api/v1/stores/" + shop.open().id() + "/mirror";
        var none = api.get(mirror).token(adam).send();
        assertThat(none.json().get("on").asBoolean()).isFalse();

        var set = api.put(mirror).token(adam).seen(none.header("ETag")).json(WISH).send();
        assertThat(set.status()).isEqualTo(204);

        var shown = api.get(mirror).token(adam).send();
        assertThat(shown.json().get("on").asBoolean()).isTrue();
        assertThat(shown.text("owner")).isEqualTo("Dina");
        var stale = api.call("DELETE", mirror + "?reason=x").token(adam).seen("\"77\"").send();
        assertThat(stale.status()).isEqualTo(412);
        var ended =
                api.call("DELETE", mirror + "?reason=over")
                        .token(adam)
                        .seen(shown.header("ETag"))
                        .send();
        assertThat(ended.status()).isEqualTo(204);
        assertThat(api.get(mirror).token(adam).send().json().get("on").asBoolean()).isFalse();
    }

    @Test
    void whatMakesNoSenseIsRefusedAndNothingStored() {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var mirror = "/api/v1/stores/" + shop.open().id() + "/mirror";

        var answer = api.put(mirror).token(adam).seen("\"0\"").json(WISH.replace("90", "0")).send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(api.get(mirror).token(adam).send().json().get("on").asBoolean()).isFalse();
    }

    @Test
    void aStoreThatTellsOfAChangeHasTheMirrorReadOnAtOnce() throws Exception {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var store = shop.open().id();
        var mirror = "/api/v1/stores/" + store + "/mirror";
        var wish = WISH.strip().replaceFirst("}$", ", \"told\": true}");
        api.put(mirror).token(adam).seen("\"0\"").json(wish).send();
        var door = "/ingest/v1/stores/" + store + "/changed-orders";
        var order = "{\"id\": 17}".getBytes(UTF_8);

        assertThat(tell(door, "webhook_id=17".getBytes(UTF_8), null)).isEqualTo(204);
        assertThat(tell(door, order, signed("guessed", order))).isEqualTo(401);
        var secret = webhooks.secretFor(store);
        postpone(store);
        assertThat(tell(door, order, signed(secret, order))).isEqualTo(204);
        assertThat(isDue(store)).isTrue();

        postpone(store);
        assertThat(tell(door, order, signed(secret, order))).isEqualTo(204);
        assertThat(isDue(store)).as("told before").isFalse();
        var shown = api.get(mirror).token(adam).send().json();
        assertThat(shown.get("told").asBoolean()).isTrue();
        assertThat(shown.at("/webhooks/toldAt").isString()).isTrue();
        assertThat(tell(door, new byte[(1 << 20) + 1], "x")).isEqualTo(413);
    }

    private int tell(String door, byte[] body, @Nullable String signature) {
        var request = api.post(door).bytes("application/json", body);
        return (signature == null ? request : request.header("X-WC-Webhook-Signature", signature))
                .send()
                .status();
    }

    private static String signed(String secret, byte[] body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    private void postpone(StoreId store) {
        jdbc.sql(
                        """
                        update scheduled_tasks set execution_time = now() + interval '1 hour'
                        where task_name = 'mirror-store' and task_instance = ?
                        """)
                .param(store + "/standing")
                .update();
    }

    private boolean isDue(StoreId store) {
        return jdbc.sql(
                        """
                        select execution_time < now() + interval '30 minutes' from scheduled_tasks
                        where task_name = 'mirror-store' and task_instance = ?
                        """)
                .param(store + "/standing")
                .query(Boolean.class)
                .single();
    }

    @Test
    void whoeverDoesNotSetUpStoresChangesNothing() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var mirror = "/api/v1/stores/" + shop.open().id() + "/mirror";

        assertThat(api.get(mirror).token(rita).send().status()).isEqualTo(200);
        assertThat(api.put(mirror).token(rita).seen("\"0\"").json(WISH).send().status())
                .isEqualTo(403);
    }
}
