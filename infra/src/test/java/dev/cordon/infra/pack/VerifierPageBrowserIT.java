package dev.cordon.infra.pack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.cordon.domain.evidence.pack.Finding;
import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.infra.bootstrap.demo.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page in a real browser that has no network, opened from a disk as a lawyer opens it. */
class VerifierPageBrowserIT {

    private static final MadePackage MADE = TamperCorpus.made();

    @TempDir private static Path folder;
    private static Chromium chromium;
    private static Page page;
    private static final List<String> ASKED = new ArrayList<>();
    private static final List<String> COMPLAINTS = new ArrayList<>();

    @BeforeAll
    static void opened() throws IOException {
        Files.write(folder.resolve(VerifierPage.FILE), VerifierPage.bytes());
        chromium = Chromium.start();
        page = chromium.window("en-GB");
        page.context().setOffline(true);
        page.onRequest(request -> ASKED.add(request.url()));
        page.onConsoleMessage(message -> COMPLAINTS.add(message.text()));
        page.onPageError(COMPLAINTS::add);
        page.onDialog(dialog -> COMPLAINTS.add("a dialog: " + dialog.message()));
    }

    @BeforeEach
    void fresh() {
        page.navigate(folder.resolve(VerifierPage.FILE).toUri().toString());
        ASKED.clear();
    }

    @AfterEach
    void askedNobody() {
        assertThat(ASKED).isEmpty();
        assertThat(COMPLAINTS).isEmpty();
    }

    @AfterAll
    static void closed() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static Stream<TamperCorpus.Row> rows() {
        return TamperCorpus.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatWasChangedIsNamedAsTheCommandLineNamesIt(TamperCorpus.Row row) throws IOException {
        var expected = PackageCheckTest.check(row.file(), key());

        check(row.file(), TamperCorpus.fingerprint());

        assertThat(verdict()).isEqualTo(row.verdict());
        assertThat(faults()).isEqualTo(sentences(expected));
    }

    @Test
    void withoutAKeyTheSignerIsUnknownAndWithItThePackageIsIntact() {
        check(MADE.bytes, "");

        assertThat(verdict()).isEqualTo("signer-unknown");
        assertThat(page.locator("#notes [data-note=KEY_NOT_GIVEN]")).isVisible();
        assertThat(step("signature")).hasAttribute("data-state", "open");
        Chromium.picture(page, "verifier-signer-unknown");

        check(MADE.bytes, TamperCorpus.fingerprint());

        assertThat(verdict()).isEqualTo("intact");
        assertThat(step("stamps")).containsText("CN=Test Authority");
        assertThat(step("stamps")).hasAttribute("data-state", "open");
        Chromium.picture(page, "verifier-intact");
    }

    @Test
    void aTimeStampIsHeldAgainstTheRootThatIsGiven() throws Exception {
        give("#root", "root.pem", pem(MADE.authority.root()));
        check(MADE.bytes, TamperCorpus.fingerprint());

        assertThat(verdict()).isEqualTo("intact");
        assertThat(step("stamps")).hasAttribute("data-state", "good");

        give("#root", "other.der", new TestAuthority("Somebody").root());
        check(MADE.bytes, TamperCorpus.fingerprint());

        assertThat(verdict()).isEqualTo("broken");
        assertThat(page.locator("#faults [data-what=STAMP_BY_UNKNOWN]")).isVisible();
    }

    @Test
    void aCheckpointThatTheReaderKeptVouchesForTheKey() {
        give("#checkpoint", "kept", MADE.ledger.sign(5, MadePackage.NOON).note().getBytes(UTF_8));
        check(MADE.bytes, "");

        assertThat(verdict()).isEqualTo("intact");

        give("#checkpoint", "kept", "no checkpoint".getBytes(UTF_8));
        page.click("#check");

        assertThat(page.locator("#checkpoint-wrong")).hasText("This is no signed checkpoint.");
        assertThat(page.locator("#result")).isHidden();
    }

    @Test
    void mangledPackagesGetTheVerdictThatTheCommandLineGives() throws IOException {
        var random = new Random(46);
        for (int i = 0; i < 300; i++) {
            var bytes = PackageCheckTest.mangled(random);
            var expected = PackageCheckTest.check(bytes, key());

            check(bytes, TamperCorpus.fingerprint());

            assertThat(verdict()).as("mangling " + i).isEqualTo(name(expected));
            assertThat(withoutPlaces(faults()))
                    .as("mangling " + i)
                    .isEqualTo(withoutPlaces(sentences(expected)));
        }
    }

    static void give(String field, String name, byte[] bytes) {
        page.setInputFiles(field, new FilePayload(name, "application/octet-stream", bytes));
    }

    static void check(byte[] file, String key) {
        give("#package", "package.zip", file);
        page.fill("#key", key);
        page.click("#check");
        page.locator("body[aria-busy=false] #verdict").waitFor();
    }

    private static Trusted key() {
        return new Trusted(TamperCorpus.fingerprint(), null);
    }

    private static Locator step(String name) {
        return page.locator("#steps [data-step=" + name + "]");
    }

    private static String verdict() {
        var verdict = page.locator("#verdict").getAttribute("data-verdict");
        return verdict.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(Verdict verdict) {
        return Sentences.name(verdict).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> faults() {
        return page.locator("#faults [data-what]").allInnerTexts();
    }

    private static List<String> sentences(Verdict verdict) {
        var sentences = new Sentences("en");
        return findings(verdict).stream()
                .map(sentences::of)
                .map(sentence -> sentence.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?"))
                .toList();
    }

    private static List<Finding> findings(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Broken(var findings, var _) -> findings;
            case Verdict.Unreadable(var why) -> List.of(why);
            case Verdict.Intact _, Verdict.SignerUnknown _ -> List.of();
        };
    }

    /** Two readers stop at the same text, not always at the same byte of what is no text. */
    private static List<String> withoutPlaces(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.replaceAll("(does not have its form): .*", "$1"))
                .toList();
    }

    private static byte[] pem(byte[] certificate) {
        var body = java.util.Base64.getMimeEncoder().encodeToString(certificate);
        return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
                .getBytes(UTF_8);
    }
}
