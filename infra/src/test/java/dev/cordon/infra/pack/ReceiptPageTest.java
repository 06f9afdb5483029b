package dev.cordon.infra.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.transfer.Receiver;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.evidence.transfer.Transfer.Means;
import dev.cordon.domain.evidence.transfer.TransferId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.pack.report.ReceiptPage;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptPageTest {

    private static final MadePackage MADE = TamperCorpus.made();
    private static final Sha256 DIGEST = Sha256.of(new byte[] {7});

    @Test
    void itNamesWhatIsReceivedByWhomAndHowToCheckIt() throws IOException {
        var text = text(receipt("en", transfer("Erika Beispiel", Means.COURIER), MADE.custody));

        assertThat(text)
                .contains("Erika Beispiel", "LKA Berlin", "Az. 12 Js 3/26", "By courier", "trial")
                .contains("2026-11-26 13:00:00 UTC (14:00:00 +01:00)", "rita")
                .contains("--key FINGERPRINT", "Signature", "SHA-256 from my check")
                .contains(MADE.custody.head().incident(), MADE.custody.head().storeName());
        var words = text.replaceAll("\\s", "");
        assertThat(words).contains(DIGEST.hex());
        for (var item : MADE.custody.items()) {
            assertThat(words).contains(item.label(), item.content().hex());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aScreenReaderCanReadIt(String language) throws Exception {
        assertThat(PdfUa.faults(receipt(language, transfer("E", Means.IN_PERSON), MADE.custody)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Means.class)
    void eachWayHasItsWordInGermanToo(Means means) throws IOException {
        assertThat(text(receipt("de", transfer("E", means), MADE.custody)))
                .contains("Empfangsbestätigung")
                .doesNotContain(means.name());
    }

    @Test
    void hostileWordsStayWords() throws IOException {
        var hostile = "</td><script>alert(1)</script> \u202Egpj.exe";

        assertThat(text(receipt("en", transfer(hostile, Means.IN_PERSON), MADE.custody)))
                .contains("</td><script>alert(1)</script>", "?gpj.exe");
    }

    @Test
    void whatWouldFillABookIsToldInShort() throws IOException {
        var many =
                new PackedCustody(
                        MADE.custody.head(),
                        Collections.nCopies(301, MADE.custody.items().getFirst()),
                        MADE.custody.files());

        assertThat(text(receipt("en", transfer("E", Means.IN_PERSON), many)))
                .contains("Only the first 300 of 301 items");
    }

    @Test
    void theSameFactsMakeTheSameBytes() {
        var transfer = transfer("E", Means.IN_PERSON);

        assertThat(receipt("en", transfer, MADE.custody))
                .isEqualTo(receipt("en", transfer, MADE.custody));
    }

    private static byte[] receipt(String language, Transfer transfer, PackedCustody stated) {
        return new ReceiptPage(language, ZoneId.of("Europe/Berlin")).of(transfer, stated);
    }

    private static Transfer transfer(String name, Means means) {
        var head = MADE.custody.head();
        return new Transfer(
                new TransferId(new UUID(0, 1)),
                new PackageId(head.id()),
                head.incidentId(),
                head.store(),
                DIGEST,
                new Receiver(name, "LKA Berlin", "Az. 12 Js 3/26"),
                means,
                "trial",
                new Actor.Person("rita"),
                Instant.parse("2026-11-26T13:00:00Z"),
                null);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded);
        }
    }
}
