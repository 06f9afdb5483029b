package dev.cordon.domain.detection.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>prompt(7)</script>",
                "<script/src=data:,k>",
                "<<script>",
                "<svg/onload=prompt(7)//",
                "<img src=k onerror=k>",
                "<iframe srcdoc='k'>",
                "<embed/src=//evil.example/k.swf>",
                "<object data=k.swf>",
                "<form><button formaction=k>",
                "<a href=//evil.example>k</a>",
                "<base href=//evil.example/>",
                "<style>@import'//evil.example/k.css';</style>",
                "<p style=\"behavior:url(k.htc)\">",
                "<div style=\"width:expression(prompt(7))\">",
                "<k onfoo=1",
                "\"><h1>k</h1>"
            })
    void tagsThatRunOrLoad(String text) {
        assertThat(isAttack(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\" onmouseover=prompt(7) k=\"",
                "' onfocus=prompt(7) autofocus='",
                "\"autofocus/onfocus=prompt(7)//",
                "`onclick=prompt(7)",
                "k onerror=prompt(7)"
            })
    void handlersBehindALeftAttribute(String text) {
        assertThat(isAttack(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:prompt(7)",
                "java script:prompt(7)",
                "jav\tascript:prompt`7`",
                "vbscript:msgbox(7)",
                "data:text/html;base64,PHN2Zz4="
            })
    void addressesThatRun(String text) {
        assertThat(isAttack(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i <3 nyc",
                "cable < 1m",
                "style=boho",
                "on sale",
                "size <m onsale",
                "javascript: the good parts",
                "https://shop.example/?s=javascript: the book&post_type=product",
                "script font stamp",
                "image on canvas",
                "24\" > 20\"",
                "preis < 20 €",
                "l'été > l'hiver",
                "talla < 42",
                "taglia > 40",
                "maat < 42"
            })
    void searchesWithSignsOfMarkup(String text) {
        assertThat(isAttack(text)).isFalse();
    }

    private static boolean isAttack(String text) {
        return Markup.isAttack(Texts.of(text));
    }
}
