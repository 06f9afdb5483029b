package dev.cordon.domain.detection.shape;

import static dev.cordon.domain.detection.rule.AttackShape.CACHE_BUSTER;
import static dev.cordon.domain.detection.rule.AttackShape.CODE_INJECTION;
import static dev.cordon.domain.detection.rule.AttackShape.COMMAND_INJECTION;
import static dev.cordon.domain.detection.rule.AttackShape.CROSS_SITE_SCRIPTING;
import static dev.cordon.domain.detection.rule.AttackShape.PATH_TRAVERSAL;
import static dev.cordon.domain.detection.rule.AttackShape.SQL_INJECTION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {

    @Test
    void everyParameterIsLookedAtAlone() {
        assertThat(Texts.shapesOf("a=rock+%26+roll&b=..%2f..%2f..%2fk&c=9+or+4%3D4&_=1718000000"))
                .containsExactlyInAnyOrder(PATH_TRAVERSAL, SQL_INJECTION, CACHE_BUSTER);
        assertThat(Texts.shapesOf("a=%3Csvg/onload=k%3E&b=%3Bid&c=%24%7B7*7%7D"))
                .contains(CROSS_SITE_SCRIPTING, COMMAND_INJECTION, CODE_INJECTION);
    }

    @Test
    void whatTheSignBetweenParametersTearsIsPutTogether() {
        assertThat(Texts.shapesOf("id=9 && 4=4")).contains(SQL_INJECTION);
        assertThat(Texts.shapesOf("id=-9 union/*&k=*/select 4,5")).contains(SQL_INJECTION);
        assertThat(Texts.shapesOf("s=&lt;script>k")).contains(CROSS_SITE_SCRIPTING);
    }

    @Test
    void aParametersNameMayCarryItToo() {
        assertThat(Texts.shapesOf("id[9 or 4=4]=k")).contains(SQL_INJECTION);
    }

    @Test
    void anAddressWithinAValueIsReadByItsOwnParameters() {
        var harmless =
                "to=https%3A%2F%2Fshop.example%2F%3Fs%3D5%252710%2522%2Bor%2Btaller%26type%3Dk";
        var attack = "to=https%3A%2F%2Fshop.example%2F%3Fid%3D9%2Bor%2B4%253D4%26type%3Dk";

        assertThat(Texts.shapesOf(harmless)).isEmpty();
        assertThat(Texts.shapesOf(attack)).contains(SQL_INJECTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "<",
                "'",
                "\"",
                "`",
                "{{",
                "[[",
                "%25",
                "%",
                "/*",
                "/*a&",
                "select ",
                "a&",
                "; ",
                "$(",
                "on",
                "onx=",
                "--\n",
                "../",
                "..;/",
                "\\",
                "&#39;",
                "&lt;",
                "&&",
                "%u0027",
                "|id",
                "1;cat ",
                ")(",
                "' or ",
                "union select ",
                "javascript:",
                "\n",
                "O:1:\"",
                "{{1",
                "${x:",
                "<a href=",
                "$a=",
                "case when ",
                "\"x\":"
            })
    void hostileTextsTakeTimeInProportionToTheirLength(String part) {
        byte[] bytes = ("1".repeat(2_000) + part.repeat(60_000 / part.length())).getBytes(UTF_8);
        var shapes = new Shapes();

        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> shapes.of(bytes, 0, bytes.length));
    }

    @Property(tries = 2_000)
    void noBytesAreTooOdd(@ForAll @Size(max = 400) byte[] bytes, @ForAll long salt) {
        dependsOnNothingOutside(bytes, salt);
    }

    @Property(tries = 3_000)
    void noMixtureOfSignsIsTooOdd(@ForAll("nearlyAttack") String text, @ForAll long salt) {
        dependsOnNothingOutside(text.getBytes(UTF_8), salt);
    }

    @Provide
    Arbitrary<String> nearlyAttack() {
        return Arbitraries.of(
                        "'",
                        "\"",
                        "`",
                        "\\",
                        "(",
                        ")",
                        "{",
                        "}",
                        "[",
                        "]",
                        "<",
                        ">",
                        "/",
                        "*",
                        "/*",
                        "*/",
                        "--",
                        "#",
                        "\n",
                        "\r",
                        "\t",
                        " ",
                        "+",
                        "%",
                        "%2",
                        "%27",
                        "%25",
                        "%u0",
                        "%c0",
                        "%af",
                        "%f0%80",
                        "&",
                        "&#",
                        "&lt;",
                        "=",
                        "==",
                        ";",
                        "|",
                        "$",
                        "@",
                        "!",
                        "~",
                        "^",
                        ".",
                        "..",
                        "../",
                        ":",
                        ",",
                        "?",
                        "0x2e",
                        "9",
                        "4=4",
                        "or",
                        "and",
                        "union",
                        "select",
                        "from",
                        "in",
                        "not",
                        "case",
                        "when",
                        "sleep(",
                        "script",
                        "onload",
                        "javascript",
                        "http://a/?",
                        "/etc",
                        "id",
                        "cat",
                        "http/1.",
                        "set-cookie:",
                        "jndi",
                        "$ne",
                        "<!doctype ",
                        "O:8:",
                        "_",
                        "\u2019",
                        "\uff07")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    /** The same shapes, however often one is asked and whatever stands around the text. */
    static void dependsOnNothingOutside(byte[] text, long salt) {
        var shapes = new Shapes();
        int alone = shapes.of(text, 0, text.length);
        var random = new Random(salt);
        var around = new byte[text.length + 40];
        random.nextBytes(around);
        System.arraycopy(text, 0, around, 20, text.length);

        assertThat(shapes.of(around, 20, 20 + text.length)).isEqualTo(alone);
        assertThat(new Shapes().of(text, 0, text.length)).isEqualTo(alone);
    }
}
