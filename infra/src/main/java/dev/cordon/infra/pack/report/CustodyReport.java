package dev.cordon.infra.pack.report;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.cordon.domain.evidence.pack.PackedCustody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A package's custody report as PDF/UA (ISO 14289-1) with embedded fonts: incident, items, their
 * facts, their chains, and what all this proves. The same facts make the same bytes.
 */
public final class CustodyReport {

    /** How the file is called in a package. */
    public static final String FILE = "report.pdf";

    static {
        // It tells each page's layout to the console.
        XRLog.setLoggingEnabled(false);
    }

    /** ISO 32000-1, section 7.9.4. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final ReportTexts texts;
    private final Times times;
    private final int mostLinks;

    /**
     * @param language German for {@code de}, English for any other
     * @param zone in which people read clocks; UTC if that is not known
     */
    public CustodyReport(String language, ZoneId zone) {
        this(language, zone, ReportPage.MOST_LINKS);
    }

    CustodyReport(String language, ZoneId zone, int mostLinks) {
        this.mostLinks = mostLinks;
        texts = new ReportTexts(language);
        times = new Times(zone);
    }

    /**
     * @param disposedOf labels of the incident's items that are not in the package because they
     *     were disposed of
     * @param fingerprint of the ledger's key
     */
    public byte[] of(PackedCustody custody, List<String> disposedOf, String fingerprint) {
        var page =
                new ReportPage(texts, times, style(), custody, mostLinks)
                        .with(disposedOf, fingerprint);
        try (var renderer = builder(page).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            return fixed(renderer.getPdfDocument(), custody.head().at());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfRendererBuilder builder(ReportPage page) {
        var builder = new PdfRendererBuilder();
        builder.withW3cDocument(page.document(), "");
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Cordon");
        builder.toStream(new ByteArrayOutputStream());
        builder.useUriResolver((_, _) -> null);
        builder.useUnicodeBidiSplitter(VisualOrder::new);
        builder.useUnicodeBidiReorderer(new VisualOrder.Turned());
        builder.withDiagnosticConsumer(_ -> {});
        ReportFonts.add(builder);
        return builder;
    }

    /** Neither clock nor chance take part. */
    private static byte[] fixed(PDDocument pdf, Instant at) throws IOException {
        var facts = pdf.getDocumentInformation().getCOSObject();
        facts.setString(COSName.CREATION_DATE, TIME.format(at));
        facts.setString(COSName.MOD_DATE, TIME.format(at));
        pdf.setDocumentId(at.toEpochMilli());
        var out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private static String style() {
        try (var in =
                Objects.requireNonNull(CustodyReport.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
