package dev.cordon.woocommerce.store;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.EdgeToken;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a token of Cloudflare's API is found to allow. The answers are made after its description.
 */
class EdgeCheckTest {

    private static final EdgeToken TOKEN = StoreFixtures.anEdgeToken();
    private static final String VERIFY = "/client/v4/user/tokens/verify";
    private static final String ZONE = "/client/v4/zones/" + TOKEN.zone();
    private static final String RULES = ZONE + "/firewall/access_rules/rules";

    private final RecordedStore recorded = new RecordedStore().keeping(StoreAccess.with(TOKEN));

    @BeforeEach
    void anActiveToken() {
        recorded.answering(
                VERIFY,
                okJson("{\"success\":true,\"result\":{\"id\":\"1\",\"status\":\"active\"}}"));
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void aTokenThatMayEditTheFirewallBlocksAddressesAndPaths() {
        zone("127.0.0.1", "\"#zone:read\",\"#waf:read\",\"#waf:edit\"");

        var may = new Verdict.Allowed(Finding.TOKEN_MAY.about("127.0.0.1"));

        assertThat(verdict(Capability.BLOCK_ADDRESSES)).isEqualTo(may);
        assertThat(verdict(Capability.BLOCK_PATHS)).isEqualTo(may);
    }

    @Test
    void theTokenIsShownAsABearer() {
        zone("127.0.0.1", "\"#waf:edit\"");

        verdict(Capability.BLOCK_PATHS);

        recorded.server.verify(
                getRequestedFor(urlEqualTo(VERIFY))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN.token())));
        recorded.server.verify(
                recorded.server.getAllServeEvents().size(), getRequestedFor(anyUrl()));
    }

    @Test
    void aTokenThatMayReadRulesStaysOpen() {
        zone("127.0.0.1", "\"#zone:read\"");
        recorded.answering(RULES, okJson("{\"success\":true,\"result\":[]}"));

        assertThat(verdict(Capability.BLOCK_PATHS)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aTokenThatMayNotReadRulesIsRefused() {
        zone("127.0.0.1", "\"#zone:read\"");
        recorded.answering(RULES, json(403, "{\"success\":false,\"errors\":[{\"code\":10000}]}"));

        assertThat(verdict(Capability.BLOCK_PATHS)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aZoneOfAnotherDomainIsNamed() {
        zone("other.example", "\"#waf:edit\"");

        assertThat(verdict(Capability.BLOCK_PATHS))
                .isEqualTo(new Verdict.Refused(Finding.OTHER_ZONE.about("other.example")));
    }

    @Test
    void aTokenThatIsSwitchedOffIsNamed() {
        recorded.answering(
                VERIFY, okJson("{\"success\":true,\"result\":{\"status\":\"disabled\"}}"));

        assertThat(verdict(Capability.BLOCK_PATHS))
                .isEqualTo(new Verdict.Refused(Finding.TOKEN_INACTIVE.about("disabled")));
    }

    @Test
    void aTokenThatIsNotKnownIsRefused() {
        recorded.answering(
                VERIFY,
                json(401, "{\"success\":false,\"errors\":[{\"code\":1000}],\"result\":null}"));

        assertThat(verdict(Capability.BLOCK_PATHS)).isInstanceOf(Verdict.Refused.class);
    }

    private void zone(String name, String permissions) {
        recorded.answering(
                ZONE,
                okJson(
                        "{\"success\":true,\"result\":{\"id\":\"%s\",\"name\":\"%s\",\"permissions\":[%s]}}"
                                .formatted(TOKEN.zone(), name, permissions)));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private Verdict verdict(Capability capability) {
        return recorded.gateway().check(recorded.store()).verdict(capability);
    }
}
