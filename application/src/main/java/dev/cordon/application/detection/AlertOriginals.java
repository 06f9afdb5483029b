package dev.cordon.application.detection;

import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.List;

/**
 * What came in from outside and became an alert, as it came: kept for half a year, encrypted, so
 * that whoever works the incident can take it into custody.
 */
public interface AlertOriginals {

    /** What it is. A name is stored and stays. */
    enum Form {
        /** A mail with its headers, as it was handed over by SMTP (RFC 5322). */
        MAIL,
        /** A page as a customer got it; its bytes are kept with the visits of the page. */
        PAGE
    }

    /**
     * @param content the digest of its bytes
     * @param source where it came from, in plain words
     * @param takenAt when it came
     */
    record Original(
            StoreId store,
            AlertId alert,
            Form form,
            Sha256 content,
            String source,
            Instant takenAt) {}

    /**
     * Keeps it; the same one for the same alert is kept once. Belongs to the transaction that
     * stores the alert.
     *
     * @param bytes of a mail; none of what is kept elsewhere
     */
    void keep(Original original, byte[] bytes);

    /**
     * Removes, for good, what came before that; not the pages of alerts that nobody has decided
     * about.
     */
    void forget(Instant before);

    /** The eldest first. */
    List<Original> of(AlertId alert);

    /** The bytes of a mail. */
    byte[] bytes(Original mail);
}
