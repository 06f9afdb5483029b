package dev.cordon.infra.pack;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What veraPDF finds against PDF/UA-1 (ISO 14289-1). */
final class PdfUa {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfUa() {}

    /** Each rule that is broken, with what it asks and where. */
    static List<String> faults(byte[] pdf) throws Exception {
        try (var parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator =
                        Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(
                            fault ->
                                    "%s: %s (%s)"
                                            .formatted(
                                                    fault.getRuleId().getClause(),
                                                    fault.getMessage(),
                                                    fault.getLocation().getContext()))
                    .distinct()
                    .toList();
        }
    }
}
