package dev.cordon.application.detection;

import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.MailReport;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which mails were taken in for a store, and which alert each is part of. */
public interface ReportedMails {

    /** The alert that a mail of that content became part of; empty if none was taken in. */
    Optional<AlertId> alertOf(StoreId store, Sha256 content);

    /** The alert that a mail with one of those Message-IDs became part of, the latest of them. */
    Optional<AlertId> alertOfAny(StoreId store, List<Sha256> ids);

    /** Remembers it; belongs to the transaction that stores the alert. */
    void remember(StoreId store, MailReport mail, AlertId alert, Instant at);
}
