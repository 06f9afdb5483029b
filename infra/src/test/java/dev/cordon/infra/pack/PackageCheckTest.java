package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.pack.Finding;
import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.domain.evidence.pack.PackageForm;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.evidence.pack.PackedLink;
import dev.cordon.domain.evidence.pack.TokenReader;
import dev.cordon.domain.evidence.pack.TokenReader.Trust;
import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.domain.evidence.pack.Verdict.Note;
import dev.cordon.domain.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackageCheckTest {

    private static final MadePackage MADE = TamperCorpus.made();
    private static final Trusted KEY = new Trusted(TamperCorpus.fingerprint(), null);

    static Stream<TamperCorpus.Row> rows() {
        return TamperCorpus.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatWasChangedIsFoundAndNamed(TamperCorpus.Row row) throws IOException {
        var verdict = check(row.file(), KEY);

        assertThat(VerdictJson.of(verdict, new Sentences("en")))
                .contains("\"verdict\":\"" + row.verdict() + "\"");
        if (!row.what().isEmpty()) {
            assertThat(findings(verdict))
                    .as(verdict.toString())
                    .anyMatch(
                            finding ->
                                    finding.what() == What.valueOf(row.what())
                                            && finding.where().equals(row.where()));
        }
    }

    @Test
    void whatNobodyTouchedIsIntactUnderTheKeyThatIsKnown() throws IOException {
        assertThat(check(MADE.bytes, KEY)).isInstanceOf(Verdict.Intact.class);
        assertThat(check(MADE.bytes, new Trusted(MADE.ledger.verifier(), null)))
                .isInstanceOf(Verdict.Intact.class);
        assertThat(new Tampering(MADE.bytes).rehash().zip()).isEqualTo(MADE.bytes);
    }

    @Test
    void withoutAKnownKeyNothingIsIntact() throws IOException {
        var verdict = check(MADE.bytes, Trusted.NOTHING);

        assertThat(verdict).isInstanceOf(Verdict.SignerUnknown.class);
        assertThat(((Verdict.SignerUnknown) verdict).contents().notes())
                .contains(Note.KEY_NOT_GIVEN);
    }

    @Test
    void aCheckpointThatTheReaderKeptVouchesForTheKeyAndForTheHistory() throws IOException {
        var kept = MADE.ledger.sign(5, MadePackage.NOON.plusSeconds(61)).note();
        var between = MADE.ledger.sign(9, MadePackage.NOON).note();

        var shown = (Verdict.Intact) check(MADE.bytes, new Trusted(null, kept));
        var notShown = (Verdict.Intact) check(MADE.bytes, new Trusted(null, between));

        assertThat(shown.contents().notes()).doesNotContain(Note.GROWTH_NOT_SHOWN);
        assertThat(notShown.contents().notes()).contains(Note.GROWTH_NOT_SHOWN);
    }

    @Test
    void aPackageOlderThanTheKnownCheckpointAndAForkAreNamed() throws IOException {
        var ledger = new LedgerInHand();
        var old = new MadePackage(ledger, MADE.authority);
        long size = ledger.size();
        ledger.addOthers(3);
        var later = ledger.sign(MadePackage.NOON).note();
        var other =
                new dev.cordon.domain.evidence.ledger.Checkpoint(
                        later.lines().findFirst().orElseThrow(),
                        size,
                        Sha256.of(new byte[2]),
                        MadePackage.NOON);

        var older = check(old.bytes, new Trusted(null, later));
        var forked = check(old.bytes, new Trusted(null, ledger.sign(other).note()));

        assertThat(findings(older))
                .extracting(Finding::what)
                .containsExactly(What.OLDER_THAN_KNOWN);
        assertThat(findings(forked)).extracting(Finding::what).containsExactly(What.FORKED);
    }

    @Test
    void aTimeStampIsHeldAgainstTheRootThatIsGiven() throws Exception {
        var known = check(MADE.bytes, KEY, TimeStampTokens.certificates(MADE.authority.root()));
        var stranger = new TestAuthority("Somebody").root();
        var unknown = check(MADE.bytes, KEY, TimeStampTokens.certificates(stranger));

        var stamps = ((Verdict.Intact) known).contents().stamps();
        assertThat(stamps).hasSize(1);
        assertThat(stamps.getFirst().trust()).isEqualTo(Trust.KNOWN);
        assertThat(stamps.getFirst().entries()).isEqualTo(5);
        assertThat(findings(unknown))
                .extracting(Finding::what)
                .containsExactly(What.STAMP_BY_UNKNOWN);
    }

    @Test
    void aTokenOfSomethingElseAndABrokenOneAreToldApart() throws Exception {
        var tokens = new TimeStampTokens(List.of());
        var data = "stamped".getBytes(UTF_8);
        var token = MADE.authority.stamp(data, MadePackage.NOON);
        var broken = token.clone();
        broken[broken.length - 5] ^= 1;

        assertThat(tokens.check(token, data)).isInstanceOf(TokenReader.Answer.Stamps.class);
        assertThat(tokens.check(token, "other".getBytes(UTF_8)))
                .isInstanceOf(TokenReader.Answer.OtherData.class);
        assertThat(tokens.check(broken, data)).isInstanceOf(TokenReader.Answer.Altered.class);
        assertThat(tokens.check(new byte[0], data)).isInstanceOf(TokenReader.Answer.Altered.class);
    }

    @Test
    void linksAreHashedAsTheProgramHashesThem() {
        for (CustodyEntry link : EvidenceFixtures.aChain(3).links()) {
            assertThat(PackedLink.of(link).computed(link.evidence().toString()))
                    .isEqualTo(link.hash());
        }
    }

    @Test
    void factsAreHashedAsTheProgramHashesThem() {
        for (var item : List.of(EvidenceFixtures.anItem(), EvidenceFixtures.aSearchedItem())) {
            var head = MADE.custody.head();
            var ofItem =
                    new PackedCustody.Head(
                            head.id(),
                            head.incident(),
                            item.incident(),
                            item.store(),
                            head.storeName(),
                            head.by(),
                            head.at(),
                            head.purpose(),
                            head.recipient());
            var first = CustodyEntry.collected(item, "as found");

            var packed = PackedItem.of(item, "data/EV-0001/access.log", List.of(first));

            assertThat(packed.facts(ofItem)).isEqualTo(item.facts());
            assertThat(packed.links().getFirst().facts()).isEqualTo(item.facts());
        }
    }

    @Test
    void whatIsWrittenIsReadAsItWas() throws PackageForm.Malformed {
        assertThat(new PackageJson().custody(PackageText.of(MADE.custody))).isEqualTo(MADE.custody);
        assertThat(new PackageJson().proofs(PackageText.of(MADE.proofs))).isEqualTo(MADE.proofs);
    }

    @Test
    @Timeout(120)
    void noFlippedByteAnywhereIsTakenForIntact() throws IOException {
        var random = new Random(26);
        for (int i = 0; i < 1500; i++) {
            var bytes = MADE.bytes.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));

            assertThat(check(bytes, KEY))
                    .as("byte " + at)
                    .isNotInstanceOfAny(Verdict.Intact.class, Verdict.SignerUnknown.class);
        }
    }

    @Test
    @Timeout(120)
    void mangledPackagesNeitherHangNorPass() throws IOException {
        var random = new Random(11);
        for (int i = 0; i < 1500; i++) {
            var bytes = mangled(random);

            var verdict = check(bytes, KEY);

            if (verdict instanceof Verdict.Intact) {
                assertThat(bytes).isEqualTo(MADE.bytes);
            }
        }
    }

    static byte[] mangled(Random random) throws IOException {
        var out = new ByteArrayOutputStream();
        int at = 0;
        for (int pieces = 1 + random.nextInt(4); pieces > 0; pieces--) {
            int from = random.nextInt(3) == 0 ? random.nextInt(MADE.bytes.length) : at;
            int to = from + random.nextInt(MADE.bytes.length - from + 1);
            out.write(Arrays.copyOfRange(MADE.bytes, from, pieces == 1 ? MADE.bytes.length : to));
            at = to;
        }
        var bytes = out.toByteArray();
        for (int flips = random.nextInt(8); flips > 0 && bytes.length > 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        // Lengths and offsets are where hanging and bursting come from.
        for (int huge = random.nextInt(3); huge > 0 && bytes.length > 100; huge--) {
            Arrays.fill(bytes, bytes.length - random.nextInt(90) - 5, bytes.length, (byte) 0xff);
        }
        return bytes;
    }

    @Test
    @Timeout(20)
    void filesThatShareBytesAreNotReadAgainAndAgain() throws IOException {
        var tampering = new Tampering(MADE.bytes);
        tampering.files.put("data/EV-0009/big", new byte[8 << 20]);
        var zip = tampering.zip();
        var part = Tampering.part("data/EV-0009/big", new byte[8 << 20]);
        var directory = new ByteArrayOutputStream();
        for (int i = 0; i < 50_000; i++) {
            directory.write(
                    ZipForm.central(
                            new ZipForm.Part(
                                    "data/E%05d/big".formatted(i), part.size(), part.crc()),
                            0));
        }
        var bomb = new ByteArrayOutputStream();
        bomb.write(zip);
        bomb.write(directory.toByteArray());
        bomb.write(ZipForm.end(50_000, zip.length, directory.size()));

        var began = System.nanoTime();
        var verdict = check(bomb.toByteArray(), KEY);

        assertThat(verdict).isNotInstanceOf(Verdict.Intact.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    static Verdict check(byte[] file, Trusted trusted) throws IOException {
        return Packed.check(file, trusted);
    }

    private static Verdict check(byte[] file, Trusted trusted, List<X509Certificate> roots)
            throws IOException {
        return Packed.check(file, trusted, roots);
    }

    private static List<Finding> findings(Verdict verdict) {
        return Packed.findings(verdict);
    }
}
