package dev.cordon.woocommerce.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.store.RestCredential;
import dev.cordon.domain.store.RestCredential.WooKey;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.StoreUrl;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys at a store that is reached by http only. */
class OAuthTest {

    private static final Instant NOW = StoreFixtures.NOON;
    private static final WooKey KEY = StoreFixtures.aKey();

    private SigningStore store;

    @BeforeEach
    void open() throws IOException {
        store = new SigningStore(KEY, NOW);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wp-json/wc/v3/orders",
                "/wp-json/wc/v3/orders?per_page=10&page=2",
                "/wp-json/wc/v3/orders?status%5B0%5D=failed&status%5B1%5D=on-hold&per_page=1",
                "/wp-json/wc/v3/orders?status=failed,pending&_fields=id,billing.email",
                "/wp-json/wc/v3/orders?search=M%C3%BCller+%26+S%C3%B6hne+%2B+*~%25&after="
                        + "2026-11-16T00%3A00%3A00Z"
            })
    void whatTheKeySignedIsTakenByTheStore(String reference) {
        assertThat(ask(KEY, NOW, reference)).isInstanceOf(StoreAnswer.Ok.class);
    }

    @Test
    void twoCallsInOneSecondAreNotTakenForOne() {
        ask(KEY, NOW, "/wp-json/wc/v3/orders");

        assertThat(ask(KEY, NOW, "/wp-json/wc/v3/orders")).isInstanceOf(StoreAnswer.Ok.class);
    }

    @Test
    void anotherSecretIsRefused() {
        var wrong = new WooKey(KEY.consumerKey(), "cs_" + "c".repeat(40));

        assertThat(ask(wrong, NOW, "/wp-json/wc/v3/orders")).isEqualTo(refused());
    }

    @Test
    void aClockThatIsAnHourOffIsRefused() {
        assertThat(ask(KEY, NOW.minusSeconds(3600), "/wp-json/wc/v3/orders")).isEqualTo(refused());
    }

    @Test
    void aStoreThatTakesItselfForAnotherAddressRefuses() {
        store.believingItIsAt("http://127.0.0.1");

        assertThat(ask(KEY, NOW, "/wp-json/wc/v3/orders")).isEqualTo(refused());
    }

    @Test
    void neitherSecretNorKeyIsInTheAddressAndTheSecretIsNowhere() {
        var address = URI.create("http://shop.example/wp-json/wc/v3/orders");

        var header = OAuth.header(KEY, "GET", address, NOW, "0".repeat(32));

        assertThat(header).contains(KEY.consumerKey()).doesNotContain(KEY.consumerSecret());
    }

    private StoreAnswer<StoreReply> ask(RestCredential key, Instant at, String reference) {
        var calls =
                new StoreCalls(
                        new StoreClientSettings(
                                Duration.ofMinutes(1), Duration.ofMinutes(1), 100_000, 10, true),
                        RecordedStore.turns(),
                        InstantSource.fixed(at));
        return calls.get(StoreUrl.of(store.url()), reference, key);
    }

    private static StoreAnswer<StoreReply> refused() {
        return new StoreAnswer.Failed<>(new StoreFailure.SignatureRefused());
    }
}
