package dev.cordon.infra.pack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import dev.cordon.infra.bootstrap.demo.Chromium;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees who gets a package and opens the page. */
class VerifierPageBrowserIT {

    private static final MadePackage MADE = TamperCorpus.made();
    private static final String KEY = TamperCorpus.fingerprint();

    @TempDir private Path folder;
    private OpenedPage opened;

    @BeforeEach
    void opened() throws IOException {
        opened = new OpenedPage(folder, "en-GB");
        opened.fresh();
    }

    @AfterEach
    void askedNobody() {
        opened.isQuiet();
        opened.close();
    }

    @Test
    void withoutAKeyTheSignerIsUnknownAndWithItThePackageIsIntact() {
        opened.check(MADE.bytes, "");

        assertThat(opened.verdict()).isEqualTo("signer-unknown");
        assertThat(opened.page.locator("#notes [data-note=KEY_NOT_GIVEN]")).isVisible();
        assertThat(opened.step("signature")).hasAttribute("data-state", "open");
        Chromium.picture(opened.page, "verifier-signer-unknown");

        opened.check(MADE.bytes, KEY);

        assertThat(opened.verdict()).isEqualTo("intact");
        assertThat(opened.step("stamps")).containsText("CN=Test Authority");
        assertThat(opened.step("stamps")).hasAttribute("data-state", "open");
        assertThat(opened.page.locator("[data-link='EV-0001/4']")).containsText("Exported");
        Chromium.picture(opened.page, "verifier-intact");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHA256withRSA",
                "SHA512withRSA",
                "SHA256withECDSA",
                "SHA384withECDSA",
                "SHA256withRSAandMGF1"
            })
    void aTimeStampIsHeldAgainstTheRootThatIsGiven(String algorithm) throws Exception {
        var made = new MadePackage(new LedgerInHand(), new TestAuthority("Somebody", algorithm));

        opened.give("#root", "root.pem", pem(made.authority.root()));
        opened.check(made.bytes, made.ledger.fingerprint());

        assertThat(opened.verdict()).isEqualTo("intact");
        assertThat(opened.step("stamps")).hasAttribute("data-state", "good");

        opened.give("#root", "other.der", MADE.authority.root());
        opened.check(made.bytes, made.ledger.fingerprint());

        assertThat(opened.verdict()).isEqualTo("broken");
        assertThat(opened.page.locator("#faults [data-what=STAMP_BY_UNKNOWN]")).isVisible();
    }

    /** In one page, as somebody checks one package after another. */
    @Test
    void aChainOfCertificatesIsFollowedAsTheProgramFollowsIt() throws Exception {
        for (var row : StampChainTest.rows().toList()) {
            var made = row.made();

            opened.give("#root", "root.der", made.authority.root());
            opened.check(made.bytes, made.ledger.fingerprint());

            var faults = opened.page.locator("#faults [data-what]");
            if (row.fault() == null) {
                assertThat(opened.verdict()).as("%s", row).isEqualTo("intact");
            } else {
                assertThat(faults).hasCount(1);
                assertThat(faults).hasAttribute("data-what", row.fault().name());
            }
        }
    }

    @Test
    void aCheckpointThatTheReaderKeptVouchesForTheKey() {
        var kept = MADE.ledger.sign(5, MadePackage.NOON).note().getBytes(UTF_8);
        opened.give("#checkpoint", "kept", kept);
        opened.check(MADE.bytes, "");

        assertThat(opened.verdict()).isEqualTo("intact");

        opened.give("#checkpoint", "kept", "no checkpoint".getBytes(UTF_8));
        opened.page.click("#check");

        assertThat(opened.page.locator("#checkpoint-wrong"))
                .hasText("This is no signed checkpoint.");
        assertThat(opened.page.locator("#result")).isHidden();
    }

    @Test
    void wordsOfAPackageStayWords() {
        var hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>\\u202egpj.exe";
        var tampering = new Tampering(MADE.bytes);
        tampering.text("custody.json", text -> text.replace("An empty file", hostile));

        opened.check(tampering.rehash().zip(), KEY);

        assertThat(opened.verdict()).isEqualTo("broken");
        assertThat(opened.page.locator("[data-item='EV-0003'] h3"))
                .containsText("<img src=x onerror=alert(1)><script>alert(2)</script>?gpj.exe");
        assertThat(opened.page.locator("img")).hasCount(0);
        assertThat(opened.page.locator("script")).hasCount(1);
    }

    @Test
    void whoReadsGermanReadsGermanAndCanSwitch() throws IOException {
        try (var german = new OpenedPage(folder, "de-AT")) {
            german.fresh();
            german.check(MADE.bytes, KEY);

            assertThat(german.page.locator("html")).hasAttribute("lang", "de");
            assertThat(german.page.locator("#verdict")).containsText("Unversehrt");
            Chromium.picture(german.page, "verifier-deutsch");

            german.page.locator("[data-language=en]").click();

            assertThat(german.page.locator("#verdict")).containsText("Intact");
            german.isQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT", "DARK"})
    void itCanBeUsedWithoutSightAndWithoutAMouse(ColorScheme colors) {
        opened.page.emulateMedia(
                new com.microsoft.playwright.Page.EmulateMediaOptions().setColorScheme(colors));
        opened.give("#package", "package.zip", changed());
        opened.page.focus("#key");
        opened.page.keyboard().type(KEY);
        opened.page.keyboard().press("Enter");
        opened.page.locator("body[aria-busy=false] #verdict").waitFor();

        assertThat(opened.verdict()).isEqualTo("broken");
        assertThat(opened.page.locator("#result")).isFocused();
        assertThat(opened.page.locator("[data-link='EV-0001/1']")).containsText("holds");
        var violations = new AxeBuilder(opened.page).analyze().getViolations();
        assertThat(violations).extracting(Rule::getId).isEmpty();
        Chromium.picture(opened.page, "verifier-broken-" + colors);
    }

    private static byte[] changed() {
        return TamperCorpus.rows()
                .filter(row -> row.change().equals("change a purpose"))
                .findFirst()
                .orElseThrow()
                .file();
    }

    @Test
    void noStepPassesBecauseItsFaultIsOneTooMany() {
        var tampering = new Tampering(MADE.bytes);
        for (int i = 0; i < 100; i++) {
            tampering.files.put("data/EV-0009/%03d".formatted(i), new byte[0]);
        }
        tampering.text("ledger/checkpoint", text -> text.replace("time 2026", "time 2025"));

        opened.check(tampering.rehash().zip(), KEY);

        assertThat(opened.verdict()).isEqualTo("broken");
        assertThat(opened.page.locator("#faults [data-what=CHECKPOINT_FORGED]")).hasCount(0);
        assertThat(opened.step("ledger")).not().hasAttribute("data-state", "good");
        assertThat(opened.step("signature")).hasAttribute("data-state", "bad");
    }

    @Test
    void aLargeItemIsReadByPieces() throws IOException {
        var file = folder.resolve("large.zip");
        long size = 400L << 20;
        write(file, size);
        opened.page.setInputFiles("#package", file);

        opened.check(KEY);

        assertThat(opened.verdict()).isEqualTo("broken");
        assertThat(opened.page.locator("#faults [data-what=FILE_ADDED]")).isVisible();
        var heap = opened.page.evaluate("performance.memory.usedJSHeapSize");
        assertThat(((Number) heap).longValue()).isLessThan(100L << 20);
    }

    @Test
    void whoeverStopsItIsToldThatNothingWasFoundOut() throws IOException {
        var file = folder.resolve("large.zip");
        write(file, 400L << 20);
        opened.page.setInputFiles("#package", file);

        opened.page.click("#check");
        opened.page.click("#cancel");

        assertThat(opened.page.locator("#status")).hasText("Stopped. Nothing was found out.");
        assertThat(opened.page.locator("#result")).isHidden();
    }

    /** The package with a file of zeros that it does not state. */
    private static void write(Path to, long size) throws IOException {
        var files = new Tampering(MADE.bytes).files;
        files.put("data/EV-0009/large", new byte[0]);
        var zeros = new byte[1 << 20];
        var crc = new CRC32();
        for (long done = 0; done < size; done += zeros.length) {
            crc.update(zeros);
        }
        var parts =
                files.entrySet().stream()
                        .map(
                                one ->
                                        one.getValue().length == 0 && one.getKey().endsWith("large")
                                                ? new ZipForm.Part(
                                                        one.getKey(), size, (int) crc.getValue())
                                                : Tampering.part(one.getKey(), one.getValue()))
                        .toList();
        try (OutputStream out = Files.newOutputStream(to)) {
            for (var part : parts) {
                out.write(ZipForm.local(part));
                out.write(files.get(part.name()));
                if (part.name().endsWith("large")) {
                    for (long done = 0; done < size; done += zeros.length) {
                        out.write(zeros);
                    }
                }
            }
            for (var line : new ZipForm(parts).tail()) {
                out.write(line);
            }
        }
    }

    private static byte[] pem(byte[] certificate) {
        var body = Base64.getMimeEncoder().encodeToString(certificate);
        return List.of("-----BEGIN CERTIFICATE-----", body, "-----END CERTIFICATE-----", "")
                .stream()
                .collect(java.util.stream.Collectors.joining("\n"))
                .getBytes(UTF_8);
    }
}
