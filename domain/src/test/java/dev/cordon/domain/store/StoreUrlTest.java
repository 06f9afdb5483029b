package dev.cordon.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUrlTest {

    @ParameterizedTest
    @CsvSource({
        "shop.example, https://shop.example",
        "HTTPS://Shop.Example/, https://shop.example",
        "https://shop.example:443/, https://shop.example",
        "http://shop.example:80, http://shop.example",
        "http://shop.example:8080/store//, http://shop.example:8080/store",
        "' https://shop.example/Store ', https://shop.example/Store",
        "https://[2001:DB8::1]:8443, https://[2001:db8::1]:8443",
        "xn--bcher-kva.example, https://xn--bcher-kva.example"
    })
    void oneStoreHasOneAddress(String typed, String normal) {
        assertThat(StoreUrl.of(typed)).hasToString(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "ftp://shop.example",
                "javascript://shop.example",
                "https://admin:secret@shop.example",
                "https://shop.example?consumer_key=ck_1",
                "https://shop.example/#top",
                "https://shop.example:0",
                "https://shop.example:99999",
                "https://shop.example:8o",
                "https://shop example",
                "https://-shop.example",
                "https://shop.example/a/../b",
                "https://shop.example/a b",
                "https://shop.example\\@evil.example",
                "https://shop.example\r\nHost: evil.example"
            })
    void whatIsNoStoresFrontPageIsRefused(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> StoreUrl.of(typed));
    }

    @Test
    void refusalNeverRepeatsThePasswordThatWasTyped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreUrl.of("https://admin:hunter2@shop.example"))
                .withMessageNotContaining("hunter2");
    }

    @Test
    void plainHttpIsToldApart() {
        assertThat(StoreUrl.of("http://shop.example").isHttps()).isFalse();
        assertThat(StoreUrl.of("shop.example").isHttps()).isTrue();
    }

    @Test
    void routeIsTakenBelowTheFrontPage() {
        var url = StoreUrl.of("https://shop.example/store/");

        assertThat(url.resolve("/wp-json/")).isEqualTo("https://shop.example/store/wp-json/");
    }
}
