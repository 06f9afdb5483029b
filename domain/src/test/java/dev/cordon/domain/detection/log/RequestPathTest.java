package dev.cordon.domain.detection.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    private final RequestPath path = new RequestPath();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wp-login.php",
                "//wp-login.php",
                "///wp-login.php/",
                "/./wp-login.php",
                "/shop/../wp-login.php",
                "/../../wp-login.php",
                "/wp%2dlogin.php",
                "/%77p-login.php",
                "/wp-login.php?action=login",
                "/wp-login.php#x",
                "/wp-login.php/x",
                "/wp-login.php/a/b.php/c?d",
                "http://shop.example/wp-login.php",
                "https://shop.example//wp-login.php?x=/"
            })
    void everySpellingOfALoginPageIsThatPage(String target) {
        assertThat(read(target)).hasToString("/wp-login.php");
    }

    @ParameterizedTest
    @CsvSource({
        "/wp-login.php/x, true",
        "/shop/wp-login.php, true",
        "/wp-login.phpx, false",
        "/xwp-login.php, false",
        "/, false",
        "*, false",
        "shop.example:443, false"
    })
    void aFileMayHaveAPathBehindItButNoOtherName(String target, boolean named) {
        assertThat(read(target).namesFile("/wp-login.php".getBytes(UTF_8))).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "/%, /%",
        "/index.php/wp-json/wc/v3/orders, /index.php/wp-json/wc/v3/orders",
        "/a.phpx/b, /a.phpx/b",
        "/%2, /%2",
        "/%zz, /%zz",
        "/%252e, /%2e",
        "/a/b/../c/, /a/c",
        "/a/..b, /a/..b",
        "/.., ''",
        "'', ''"
    })
    void oddPathsAreReadAsAServerReadsThem(String target, String meant) {
        assertThat(read(target)).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_024, 1_025, 60_000})
    void anEndlessPathIsCut(int length) {
        assertThat(read("/" + "a".repeat(length)).toString()).hasSizeLessThanOrEqualTo(1_024);
    }

    private RequestPath read(String target) {
        var line = new EventCursor();
        var bytes = target.getBytes(UTF_8);
        line.begin(bytes, 0, bytes.length);
        line.set(EventField.TARGET, 0, bytes.length);
        return path.read(line);
    }
}
