package dev.cordon.infra.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The machine-readable part of a report about abuse (RFC 5965, section 3). Of its fields those are
 * taken that tell what it is about; like all of a mail they are what somebody says.
 */
final class FeedbackReport {

    private static final int MOST = 12;

    private static final Set<String> TOLD =
            Set.of(
                    "feedback-type",
                    "user-agent",
                    "source-ip",
                    "incidents",
                    "arrival-date",
                    "reported-domain",
                    "reported-uri",
                    "original-mail-from",
                    "reporting-mta");

    private FeedbackReport() {}

    /** Field by field, as they stand there. */
    static List<String> facts(String part) {
        var facts = new ArrayList<String>();
        for (var line : part.replaceAll("\\r?\\n[ \\t]+", " ").lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0
                    && TOLD.contains(line.substring(0, colon).strip().toLowerCase(Locale.ROOT))
                    && facts.size() < MOST) {
                facts.add(line.strip());
            }
        }
        return facts;
    }
}
