package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.people.Role;
import org.junit.jupiter.api.Test;

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

    MirrorApiIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
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
    void whoeverDoesNotSetUpStoresChangesNothing() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var mirror = "/api/v1/stores/" + shop.open().id() + "/mirror";

        assertThat(api.get(mirror).token(rita).send().status()).isEqualTo(200);
        assertThat(api.put(mirror).token(rita).seen("\"0\"").json(WISH).send().status())
                .isEqualTo(403);
    }
}
