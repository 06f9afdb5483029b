package dev.cordon.domain.evidence;

import dev.cordon.domain.incident.IncidentFact;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.util.Map;

/** What happens to evidence and belongs on the incident's timeline. */
public sealed interface EvidenceEvent extends IncidentFact {

    record EvidenceCollected(
            IncidentId incident,
            EvidenceId evidence,
            String label,
            String title,
            Sha256 content,
            Instant at,
            Actor by)
            implements EvidenceEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("label", label, "title", title, "sha256", content.hex());
        }
    }
}
