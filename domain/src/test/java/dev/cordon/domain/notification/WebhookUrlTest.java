package dev.cordon.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://receiver.example, receiver.example",
        "https://receiver.example/in?team=7, receiver.example",
        "https://receiver.example:8443/in, receiver.example",
        "https://[2001:db8::1]/in, [2001:db8::1]",
        "http://127.0.0.1:9000/in, 127.0.0.1",
        "http://localhost:9000/in, localhost",
        "http://[::1]:9000/in, [::1]"
    })
    void anHttpsAddressIsTakenAndPlainHttpForThisMachineAlone(String url, String host) {
        assertThat(new WebhookUrl(url).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://receiver.example/in",
                "http://127.0.0.1.receiver.example/in",
                "http://localhost.receiver.example/",
                "https://user:secret@receiver.example/in",
                "https://receiver.example@127.0.0.1/",
                "https://receiver.example/in#part",
                "https://receiver.example/a b",
                "https://receiver.example\\in",
                "https://receiver.example/in\r\nHost: other",
                "ftp://receiver.example/",
                "file:///etc/passwd",
                "https:///in",
                "https://",
                ""
            })
    void whateverElseIsRefused(String url) {
        assertThatThrownBy(() -> new WebhookUrl(url)).isInstanceOf(IllegalArgumentException.class);
    }
}
