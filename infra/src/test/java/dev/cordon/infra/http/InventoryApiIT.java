package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.people.Role;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The inventory of a store that does not answer, over HTTP. */
@ApiTest
class InventoryApiIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;

    InventoryApiIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @Test
    void aLookThatShowsNothingSaysWhy() {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var inventory = "/api/v1/stores/" + shop.open().id() + "/inventory";

        var looked = api.post(inventory + "/looks").token(adam).send();

        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.text("stoppedBy")).isNotBlank();
        assertThat(api.get(inventory + "/versions/1").token(adam).send().status()).isEqualTo(404);
    }

    @Test
    void whoeverDoesNotSetUpStoresReadsAndDoesNotLook() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var inventory = "/api/v1/stores/" + shop.open().id() + "/inventory";

        assertThat(api.get(inventory).token(rita).send().status()).isEqualTo(200);
        assertThat(api.post(inventory + "/looks").token(rita).send().status()).isEqualTo(403);
    }

    @Test
    void theVulnerabilityFeedIsReplacedByWhoManagesAllStoresOnceItIsWhole() {
        var feed =
                """
                {"u-1": {"title": "Akismet < 5.7.3", "software": [{"type": "plugin",
                  "slug": "akismet", "affected_versions": {}}]}}
                """
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(send(feed, tokens.of("rita", Role.RESPONDER)).status()).isEqualTo(403);
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        assertThat(send(Arrays.copyOf(feed, 40), adam).status()).isEqualTo(422);
        var replaced = send(feed, adam);

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.json().path("records").asInt()).isEqualTo(1);
    }

    private Api.Answer send(byte[] feed, String token) {
        return api.put("/api/v1/vulnerability-feed")
                .token(token)
                .bytes("application/octet-stream", feed)
                .send();
    }
}
