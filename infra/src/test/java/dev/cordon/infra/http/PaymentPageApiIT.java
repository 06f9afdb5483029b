package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.people.Role;
import org.junit.jupiter.api.Test;

/** The payment page of a store that does not answer, over HTTP. */
@ApiTest
class PaymentPageApiIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;

    PaymentPageApiIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @Test
    void aVisitThatComesToNothingSaysWhyAndTheWatchIsSet() {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var page = "/api/v1/stores/" + shop.open().id() + "/payment-page";

        var visited = api.post(page + "/visit").token(adam).send();
        assertThat(visited.status()).isEqualTo(200);
        assertThat(visited.text("stoppedBy")).isNotBlank();
        var shown = api.get(page).token(adam).send();
        var set =
                api.put(page)
                        .token(adam)
                        .seen(shown.header("ETag"))
                        .json("{\"on\": false, \"path\": \"/kasse/\", \"minutes\": 60}")
                        .send();

        assertThat(set.status()).isEqualTo(204);
        assertThat(api.get(page).token(adam).send().text("path")).isEqualTo("/kasse/");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var page = "/api/v1/stores/" + shop.open().id() + "/payment-page";

        var elsewhere =
                api.put(page)
                        .token(adam)
                        .seen("\"0\"")
                        .json("{\"on\": true, \"path\": \"//evil.example\", \"minutes\": 60}")
                        .send();
        var unseen = api.get(page + "/kept/" + "0".repeat(64)).token(adam).send();

        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(unseen.status()).isEqualTo(404);
    }

    @Test
    void whoeverDoesNotSetUpStoresVisitsAndApprovesNothing() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var page = "/api/v1/stores/" + shop.open().id() + "/payment-page";

        assertThat(api.get(page).token(rita).send().status()).isEqualTo(200);
        assertThat(api.post(page + "/visit").token(rita).send().status()).isEqualTo(403);
    }
}
