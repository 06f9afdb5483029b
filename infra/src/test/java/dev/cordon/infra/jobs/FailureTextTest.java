package dev.cordon.infra.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    @Test
    void aFailureIsSaidWithWhatCausedIt() {
        var failure = new IllegalStateException("not sent", new IOException("no route to host"));

        assertThat(FailureText.of(failure))
                .isEqualTo(
                        "IllegalStateException: not sent, because of IOException: no route to"
                                + " host");
        assertThat(FailureText.of(null)).isEqualTo("without words");
    }

    @Test
    void neitherSecretsNorAddressesAreSaid() {
        var said =
                FailureText.masked(
                        "550 mia@customer.example: GET https://cordon:hunter2@shop.example/?a=b"
                                + "&consumer_secret=cs_0123456789abcdef0123456789abcdef01234567");

        assertThat(said)
                .contains("550 ***@***", "shop.example/?a=b")
                .doesNotContain("mia", "hunter2", "0123456789abcdef");
    }

    @Test
    void aLongFailureIsCut() {
        assertThat(FailureText.masked("x".repeat(9_000))).hasSize(500);
    }
}
