package dev.cordon.ui.evidence;

import dev.cordon.application.evidence.CardsInside;
import dev.cordon.application.evidence.EvidenceStage.NoRoom;
import dev.cordon.application.evidence.EvidenceVault.TooLarge;
import dev.cordon.application.evidence.EvidenceVault.Unavailable;
import dev.cordon.application.evidence.EvidenceVault.Unreadable;
import dev.cordon.application.evidence.NoTree;
import dev.cordon.application.evidence.NotIntact;
import dev.cordon.ui.kernel.Bytes;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why evidence was not taken, read or stored, in the viewer's words. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** One or more whole sentences. */
    static String text(Words words, IOException failure) {
        return switch (failure) {
            case NotIntact changed -> words.text("evidence.not-intact", changed.label());
            case CardsInside cards -> words.text("upload.cards." + cards.place(), cards.found());
            case NoTree _ -> words.text("upload.no-tree");
            case NoRoom full ->
                    words.text(
                            "failure.no-room",
                            Bytes.text(words, full.needed()),
                            Bytes.text(words, full.free()));
            case TooLarge large -> words.text("failure.too-large", large.limit() >> 30);
            case Unreadable damaged ->
                    words.text("failure.unreadable", damaged.file(), damaged.at());
            case Unavailable _ -> {
                LOG.warn("the storage of the evidence refuses or does not answer", failure);
                yield words.text("failure.unavailable");
            }
            default -> {
                LOG.warn("evidence could not be read or stored", failure);
                yield words.text("failure.unknown");
            }
        };
    }
}
