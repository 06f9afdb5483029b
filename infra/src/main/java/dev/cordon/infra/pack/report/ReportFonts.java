package dev.cordon.infra.pack.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * DejaVu, embedded, with its licence beside it on the class path. It has Latin, Greek, Cyrillic,
 * Hebrew and Arabic; characters that it lacks are named by their number.
 */
final class ReportFonts {

    static final String SANS = "DejaVu Sans";
    static final String MONO = "DejaVu Sans Mono";

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private static final class Glyphs {
        private static final CmapLookup SANS_GLYPHS = glyphs("DejaVuSans.ttf");
    }

    private ReportFonts() {}

    static void add(PdfRendererBuilder builder) {
        builder.useFont(() -> open("DejaVuSans.ttf"), SANS, 400, FontStyle.NORMAL, true)
                .useFont(() -> open("DejaVuSans-Bold.ttf"), SANS, 700, FontStyle.NORMAL, true)
                .useFont(() -> open("DejaVuSansMono.ttf"), MONO, 400, FontStyle.NORMAL, true);
    }

    /** Whether it can be shown. */
    static boolean has(int character) {
        return Glyphs.SANS_GLYPHS.getGlyphId(character) != 0;
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(ReportFonts.class.getResourceAsStream(FOLDER + name), name);
    }

    private static CmapLookup glyphs(String name) {
        try (var in = open(name);
                var font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
