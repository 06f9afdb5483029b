package dev.cordon.infra.pack.report;

import dev.cordon.domain.evidence.pack.PackedCustody;
import java.time.ZoneId;
import java.util.List;

/**
 * A package's custody report: incident, items, their facts, their chains, and what all this proves.
 * The same facts make the same bytes.
 */
public final class CustodyReport {

    /** How the file is called in a package. */
    public static final String FILE = "report.pdf";

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
     * @return PDF
     */
    public byte[] of(PackedCustody custody, List<String> disposedOf, String fingerprint) {
        var page = new ReportPage(texts, times, custody, mostLinks).with(disposedOf, fingerprint);
        return ReportPdf.of(page.document(), custody.head().at());
    }
}
