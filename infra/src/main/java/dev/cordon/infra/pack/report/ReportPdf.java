package dev.cordon.infra.pack.report;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/** A page as PDF/UA (ISO 14289-1) with embedded fonts. The same page makes the same bytes. */
final class ReportPdf {

    static {
        // It tells each page's layout to the console.
        XRLog.setLoggingEnabled(false);
    }

    /** ISO 32000-1, section 7.9.4. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private ReportPdf() {}

    /**
     * @param at when it was drawn up, by its own words
     */
    static byte[] of(Document page, Instant at) {
        try (var renderer = builder(page).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            return fixed(renderer.getPdfDocument(), at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfRendererBuilder builder(Document page) {
        var builder = new PdfRendererBuilder();
        builder.withW3cDocument(page, "");
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

    static String style() {
        try (var in = Objects.requireNonNull(ReportPdf.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
