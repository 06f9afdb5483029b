package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.people.Role;
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
}
