package dev.cordon.domain.detection.shape;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheBusterTest {

    @ParameterizedTest
    @ValueSource(strings = {"123", "k=123", "nocache=17180000001234567890", "_=1718000000"})
    void aLongNumberWithAShortNameOrNone(String parameter) {
        assertThat(isIn(parameter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "k=",
                "k=12",
                "k=123a",
                "k=1.5",
                "averylongname=123",
                "s=blue",
                "=a"
            })
    void anythingElseIsNone(String parameter) {
        assertThat(isIn(parameter)).isFalse();
    }

    private static boolean isIn(String parameter) {
        byte[] bytes = ("&" + parameter + "&99999").getBytes(US_ASCII);
        return CacheBuster.isIn(bytes, 1, 1 + parameter.length());
    }
}
