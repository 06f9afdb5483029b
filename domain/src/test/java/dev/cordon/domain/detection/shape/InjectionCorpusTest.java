package dev.cordon.domain.detection.shape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.shape.Requests.Disguise;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks in every usual disguise against the whole pack, and searches that must stay silent. */
class InjectionCorpusTest {

    private final Requests requests = new Requests();

    @ParameterizedTest
    @ValueSource(strings = {"sql", "scripts", "paths", "commands", "code"})
    void ofEachFamilyNearlyEveryAttackIsFound(String family) {
        for (var payload : lines("attack/" + family)) {
            for (var disguise : Disguise.values()) {
                requests.with(disguise, payload);
            }
            requests.fromPage("https://shop.example/?s=" + Disguise.PERCENT.of(payload));
        }

        assertThat(requests.unnoticed()).hasSizeLessThanOrEqualTo(requests.count() * 3 / 100);
    }

    @Test
    void customersOfEveryLanguageAreLeftAlone() {
        for (var language : List.of("en", "de", "fr", "es", "it", "nl")) {
            for (var search : lines("harmless/" + language)) {
                requests.with(Disguise.PERCENT, search).with(Disguise.FORM, search);
                requests.with(Disguise.BROWSER, search);
                requests.fromPage("https://www.google.com/search?q=" + Disguise.FORM.of(search));
            }
        }

        assertThat(requests.noticed()).hasSizeLessThanOrEqualTo(requests.count() / 200);
    }

    @Test
    void whatShopsAndTheirPluginsSendIsLeftAlone() {
        lines("harmless/parameters").forEach(requests::to);

        assertThat(requests.noticed()).isEmpty();
    }

    private static List<String> lines(String file) {
        var name = "/detection/shape/" + file + ".txt";
        try (var in = InjectionCorpusTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
