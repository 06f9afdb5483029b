package dev.cordon.infra.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.pack.Trusted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two implementations of one form, in two languages, say the same. */
class VerifierParityBrowserIT {

    private static final Trusted KEY = new Trusted(TamperCorpus.fingerprint(), null);

    @TempDir private static Path folder;
    private static OpenedPage opened;

    @BeforeAll
    static void opened() throws IOException {
        opened = new OpenedPage(folder, "en-GB");
        opened.fresh();
    }

    @AfterEach
    void quiet() {
        opened.isQuiet();
    }

    @AfterAll
    static void closed() {
        if (opened != null) {
            opened.close();
        }
    }

    static Stream<TamperCorpus.Row> rows() {
        return TamperCorpus.rows();
    }

    static Stream<OddTexts.Odd> odd() {
        return OddTexts.all();
    }

    static Stream<OddTexts.Odd> tokens() {
        return OddTexts.tokens(50);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatWasChangedIsNamedInTheSameWords(TamperCorpus.Row row) throws IOException {
        var expected = PackageCheckTest.check(row.file(), KEY);

        opened.check(row.file(), TamperCorpus.fingerprint());

        assertThat(opened.verdict()).isEqualTo(row.verdict());
        assertThat(opened.faults()).isEqualTo(OpenedPage.sentences(expected));
        assertThat(opened.digest()).isEqualTo(OpenedPage.digest(expected));
    }

    @ParameterizedTest
    @MethodSource({"odd", "tokens"})
    void oddFormsAreTakenOrRefusedByBoth(OddTexts.Odd odd) throws IOException {
        same(odd.toString(), odd.file());
    }

    @Test
    void mangledPackagesGetTheSameVerdict() throws IOException {
        var random = new Random(46);
        for (int i = 0; i < 100; i++) {
            same("mangling " + i, PackageCheckTest.mangled(random));
        }
    }

    /** The page does not call altered what is signed in a way that it does not know. */
    private static boolean isBeyondThePage(String sentence) {
        return sentence.endsWith("its signature does not hold.")
                && opened.page.locator("[data-note=STAMP_NOT_CHECKABLE]").count() == 1;
    }

    private static void same(String what, byte[] file) throws IOException {
        var expected = PackageCheckTest.check(file, KEY);

        opened.check(file, TamperCorpus.fingerprint());

        assertThat(opened.verdict()).as(what).isEqualTo(OpenedPage.verdict(expected));
        assertThat(comparable(opened.faults()))
                .as(what)
                .isEqualTo(comparable(OpenedPage.sentences(expected)));
    }

    /**
     * Of a token that is named as replaced anyway, the two read what its signature does not cover
     * (its envelope, certificates that it does not need) with different strictness.
     */
    private static List<String> comparable(List<String> sentences) {
        boolean named =
                sentences.stream().anyMatch(one -> one.startsWith(MadePackage.TOKEN + " was"));
        return OpenedPage.withoutPlaces(sentences).stream()
                .filter(one -> !named || !one.endsWith("its signature does not hold."))
                .toList();
    }
}
