package dev.cordon.infra.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.infra.pack.report.CustodyReport;
import dev.cordon.infra.pack.report.ShortReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustodyReportTest {

    private static final MadePackage MADE = TamperCorpus.made();
    private static final List<String> DISPOSED = List.of("EV-0009");
    private static final String HOSTILE =
            "</td><script>alert(1)</script> \u202Egpj.exe\u0000 שלום (7) 😀 \uD840\uDC00";

    @Test
    void itSaysWhatThePackageStatesOfEachItemAndLink() throws IOException {
        var text = text(report(MADE.custody));

        var head = MADE.custody.head();
        assertThat(text)
                .contains(head.incident(), head.storeName(), head.purpose(), head.recipient())
                .contains("2026-11-26 12:10:00 UTC (13:10:00 +01:00)", "Europe/Berlin")
                .contains("EV-0009", MADE.ledger.fingerprint(), MadePackage.TOKEN);
        for (var item : MADE.custody.items()) {
            assertThat(text).contains(item.label(), item.path(), item.content().hex());
            assertThat(text.replaceAll("\\s", ""))
                    .contains(item.links().stream().map(link -> link.hash().hex()).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void itIsTaggedInItsLanguageWithEmbeddedFontsAndWithoutScript(String language)
            throws IOException {
        var bytes =
                new CustodyReport(language, ZoneOffset.UTC)
                        .of(MADE.custody, DISPOSED, MADE.ledger.fingerprint());

        try (var pdf = Loader.loadPDF(bytes)) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo(language);
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getOpenAction()).isNull();
            assertThat(catalog.getNames()).isNull();
            assertThat(catalog.getCOSObject().containsKey(COSName.AA)).isFalse();
            assertThat(pdf.getDocumentInformation().getTitle()).contains("INC-2026-0001");
            assertThat(fonts(pdf)).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void theSameFactsMakeTheSameBytes() {
        assertThat(report(MADE.custody)).isEqualTo(report(MADE.custody));
    }

    @Test
    void hostileWordsStayWords() throws IOException {
        var hostile = items(List.of(titled(MADE.custody.items().getFirst(), HOSTILE)));

        var text = text(report(hostile));

        assertThat(text)
                .contains("</td><script>alert(1)</script>", "?gpj.exe?", "😀", "[U+20000]")
                .doesNotContain("\u202E", "\u0000");
    }

    @Test
    void oneLongWordStaysOnItsPage() throws IOException {
        var item = titled(MADE.custody.items().getFirst(), "W".repeat(5000));

        try (var pdf = Loader.loadPDF(report(items(List.of(item))))) {
            assertThat(pdf.getNumberOfPages()).isLessThan(6);
            assertThat(new PDFTextStripper().getText(pdf)).contains("…");
        }
    }

    @Test
    void whatWouldFillABookIsToldInShortAndSaysWhereTheRestStands() throws IOException {
        assertThat(text(ShortReport.of(aLongChain(), 40)))
                .contains("10 further links stand in custody.json.");
    }

    private static PackedCustody aLongChain() {
        var item = MADE.custody.items().getFirst();
        return items(List.of(linked(item, Collections.nCopies(50, item.links().getFirst()))));
    }

    static Stream<Arguments> reports() {
        var item = MADE.custody.items().getFirst();
        return Stream.of(
                Arguments.of("English", report("en", MADE.custody)),
                Arguments.of("German", report("de", MADE.custody)),
                Arguments.of(
                        "of hostile words", report("en", items(List.of(titled(item, HOSTILE))))),
                Arguments.of("of nothing", report("en", items(List.of()))),
                Arguments.of(
                        "without links", report("en", items(List.of(linked(item, List.of()))))),
                Arguments.of("in short", ShortReport.of(aLongChain(), 40)));
    }

    /** A validator that is not ours, and holds each rule of ISO 14289-1 that a machine can hold. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void aScreenReaderCanReadIt(String which, byte[] report) throws Exception {
        assertThat(PdfUa.faults(report)).as(which).isEmpty();
    }

    @Test
    void theValidatorMissesWhatAScreenReaderWouldMiss() throws Exception {
        try (var pdf = Loader.loadPDF(report(MADE.custody))) {
            pdf.getDocumentCatalog().getCOSObject().removeItem(COSName.LANG);
            pdf.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
            var out = new ByteArrayOutputStream();
            pdf.save(out);

            assertThat(PdfUa.faults(out.toByteArray())).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyActionHasItsWord(String language) throws IOException {
        var texts = new Properties();
        try (var in =
                CustodyReport.class.getResourceAsStream("report_" + language + ".properties")) {
            texts.load(in);
        }

        for (var action : CustodyEntry.Action.values()) {
            assertThat(texts).containsKey("action." + action);
        }
    }

    private static byte[] report(PackedCustody custody) {
        return report("en", custody);
    }

    private static byte[] report(String language, PackedCustody custody) {
        return new CustodyReport(language, ZoneId.of("Europe/Berlin"))
                .of(custody, DISPOSED, MADE.ledger.fingerprint());
    }

    private static String text(byte[] report) throws IOException {
        try (var pdf = Loader.loadPDF(report)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static List<PDFont> fonts(PDDocument pdf) throws IOException {
        var fonts = new ArrayList<PDFont>();
        for (var page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    private static PackedCustody items(List<PackedItem> items) {
        return new PackedCustody(MADE.custody.head(), items, MADE.custody.files());
    }

    private static PackedItem titled(PackedItem item, String title) {
        return copy(item, title, item.links());
    }

    private static PackedItem linked(
            PackedItem item, List<dev.cordon.domain.evidence.pack.PackedLink> links) {
        return copy(item, item.title(), links);
    }

    private static PackedItem copy(
            PackedItem item, String title, List<dev.cordon.domain.evidence.pack.PackedLink> links) {
        return new PackedItem(
                item.id(),
                item.label(),
                item.kind(),
                title,
                item.originalName(),
                item.path(),
                item.content(),
                item.size(),
                item.intake(),
                item.acquired(),
                item.salt(),
                links);
    }
}
