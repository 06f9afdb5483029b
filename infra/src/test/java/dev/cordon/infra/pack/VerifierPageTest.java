package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.pack.Finding;
import dev.cordon.domain.kernel.Sha256;
import java.io.StringReader;
import java.util.Base64;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierPageTest {

    private static final String PAGE = new String(VerifierPage.bytes(), UTF_8);

    @Test
    void thePolicyLetsNothingRunButThePagesOwnScriptAndNothingLeave() {
        var script = between("<script>", "</script>");
        var style = between("<style>", "</style>");

        assertThat(PAGE)
                .contains("default-src 'none'", "connect-src 'none'", "form-action 'none'")
                .contains("script-src '" + hash(script) + "'")
                .contains("style-src '" + hash(style) + "'")
                .doesNotContain("{{", "unsafe-", " style=", " onclick=");
        assertThat(PAGE.split("<script", -1)).hasSize(2);
    }

    @Test
    void nothingIsFetchedAndNothingFromAPackageBecomesMarkup() {
        assertThat(between("<script>", "</script>"))
                .doesNotContainPattern("https?://|import\\(|fetch\\(|XMLHttp|WebSocket|sendBeacon")
                .doesNotContainPattern(
                        "(?:inner|outer)HTML|insertAdjacent|document\\.write|eval\\(")
                .doesNotContain("new Function", "localStorage", "document.cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyTextIsThereInBothLanguages(String language) throws Exception {
        var texts = texts(language);

        assertThat(texts.keySet()).isEqualTo(texts(language.equals("en") ? "de" : "en").keySet());
        for (var action : CustodyEntry.Action.values()) {
            assertThat(texts).containsKey("action." + action);
        }
        for (var what : Finding.What.values()) {
            assertThat(PAGE).contains("\"" + what + "\":");
        }
        var used = Pattern.compile("data-text=\"([^\"]+)\"").matcher(PAGE).results();
        assertThat(used.map(match -> match.group(1))).allSatisfy(key -> texts.containsKey(key));
    }

    private static Properties texts(String language) throws Exception {
        var texts = new Properties();
        var name = "verify/page_" + language + ".properties";
        try (var in = VerifierPage.class.getResourceAsStream(name)) {
            texts.load(new StringReader(new String(in.readAllBytes(), UTF_8)));
        }
        return texts;
    }

    private static String between(String begin, String end) {
        int from = PAGE.indexOf(begin) + begin.length();
        return PAGE.substring(from, PAGE.indexOf(end, from));
    }

    private static String hash(String inline) {
        return "sha256-"
                + Base64.getEncoder().encodeToString(Sha256.of(inline.getBytes(UTF_8)).bytes());
    }
}
