package dev.cordon.infra.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.pack.Trusted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page says the same in a browser of another house. */
class VerifierPageFirefoxIT {

    private static final String KEY = TamperCorpus.fingerprint();
    private static final String CHECKED =
            """
            (async () => {
              document.querySelector("#key").value = "%s";
              document.querySelector("#check").click();
              const verdict = () => document.querySelector("#verdict");
              while (document.body.getAttribute("aria-busy") !== "false" || verdict() === null) {
                await new Promise((next) => setTimeout(next, 5));
              }
              const faults = [...document.querySelectorAll("#faults [data-what]")];
              return JSON.stringify({
                verdict: verdict().dataset.verdict.toLowerCase().replaceAll("_", "-"),
                faults: faults.map((fault) => fault.innerText),
                what: faults.map((fault) => fault.dataset.what),
              });
            })()
            """;

    @TempDir private static Path folder;
    private static Firefox firefox;
    private static int given;

    private record Said(String verdict, List<String> faults, List<String> what) {}

    @BeforeAll
    static void opened() throws IOException {
        firefox = new Firefox(folder.resolve("profile"));
        var page = Files.write(folder.resolve(VerifierPage.FILE), VerifierPage.bytes());
        firefox.open(page.toUri());
    }

    @BeforeEach
    void withoutARoot() {
        firefox.evaluate("(document.querySelector('#root').value = '', 'null')");
    }

    /** Nothing was asked for, and nothing went wrong, or was stopped, in the page. */
    @AfterEach
    void quiet() {
        assertThat(firefox.complaints()).isEmpty();
    }

    @AfterAll
    static void closed() {
        if (firefox != null) {
            firefox.close();
        }
    }

    @Test
    void withoutAKeyTheSignerIsUnknownAndWithItThePackageIsIntact() throws IOException {
        give("#package", TamperCorpus.untouched());

        assertThat(check("").verdict()).isEqualTo("signer-unknown");
        assertThat(check(KEY)).isEqualTo(new Said("intact", List.of(), List.of()));
    }

    static Stream<TamperCorpus.Row> rows() {
        return TamperCorpus.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatWasChangedIsNamedInTheSameWords(TamperCorpus.Row row) throws IOException {
        give("#package", row.file());

        var said = check(KEY);

        assertThat(said.verdict()).isEqualTo(row.verdict());
        assertThat(said.faults())
                .isEqualTo(OpenedPage.sentences(Packed.check(row.file(), new Trusted(KEY, null))));
    }

    @Test
    void aChainOfCertificatesIsFollowedAsTheProgramFollowsIt() throws Exception {
        for (var row : StampChainTest.rows().toList()) {
            var made = row.made();
            give("#root", made.authority.root());
            give("#package", made.bytes);

            var said = check(made.ledger.fingerprint());

            assertThat(said.what())
                    .as("%s", row)
                    .isEqualTo(row.fault() == null ? List.of() : List.of(row.fault().name()));
        }
    }

    private static void give(String field, byte[] bytes) throws IOException {
        firefox.give(field, Files.write(folder.resolve("given-" + given++), bytes));
    }

    private static Said check(String key) {
        var said = firefox.evaluate(CHECKED.formatted(key));
        var faults = new ArrayList<String>();
        said.path("faults").forEach(one -> faults.add(one.asString()));
        var what = new ArrayList<String>();
        said.path("what").forEach(one -> what.add(one.asString()));
        return new Said(said.path("verdict").asString(), faults, what);
    }
}
