package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ApiTest
class RuleTallyApiIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;

    RuleTallyApiIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @Test
    void alertsAreCountedByRuleAndByWhatTheyTurnedOutToBe() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var store = shop.open();
        var alert = "/api/v1/alerts/" + shop.attacked(store);

        var before = tallies(rita, store.id().value()).json();
        api.post(alert + "/dismiss")
                .token(rita)
                .seen(api.get(alert).token(rita).send().header("ETag"))
                .json("{\"resolution\":\"FALSE_POSITIVE\",\"reason\":\"our own test\"}")
                .send();
        var after = tallies(rita, store.id().value()).json();

        assertThat(before.size()).isPositive();
        assertThat(before.at("/0/resolution").isMissingNode()).isTrue();
        assertThat(after.at("/0/resolution").asString()).isEqualTo("FALSE_POSITIVE");
        assertThat(after.at("/0/alerts").asInt()).isEqualTo(1);
    }

    @Test
    void anotherStoreIsNotThere() {
        var mine = new StoreScope.Only(Set.of(shop.open().id()));
        var narrow =
                tokens.of("rita", EnumSet.allOf(Permission.class), mine, Role.RESPONDER).secret();

        assertThat(tallies(narrow, shop.open().id().value()).status()).isEqualTo(404);
    }

    private Api.Answer tallies(String token, UUID store) {
        return api.get("/api/v1/stores/" + store + "/rule-tallies?since=2020-01-01T00:00:00Z")
                .token(token)
                .send();
    }
}
