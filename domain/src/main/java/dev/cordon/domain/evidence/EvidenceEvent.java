package dev.cordon.domain.evidence;

import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.evidence.transfer.Answer;
import dev.cordon.domain.evidence.transfer.TransferId;
import dev.cordon.domain.incident.IncidentFact;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to evidence and belongs on the incident's timeline. */
public sealed interface EvidenceEvent extends IncidentFact {

    record EvidenceCollected(
            IncidentId incident,
            EvidenceId evidence,
            String label,
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
            return Map.of("label", label, "sha256", content.hex());
        }
    }

    /**
     * A change in how it is held; its link says the same.
     *
     * @param action what was done
     * @param counterpart as in the link
     * @param purpose as in the link, which can be destroyed there: nothing that stays repeats it,
     *     unless it is about the disposal
     */
    record CustodyChanged(
            IncidentId incident,
            EvidenceId evidence,
            String label,
            Action action,
            @Nullable String counterpart,
            String purpose,
            Instant at,
            Actor by)
            implements EvidenceEvent {

        /** {@code EvidenceHandedOver}: each action has its own sentence. */
        @Override
        public String type() {
            return type(action);
        }

        /** The fact's name for an action. */
        public static String type(Action action) {
            var name = new StringBuilder("Evidence");
            for (var word : action.name().split("_")) {
                name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
            }
            return name.toString();
        }

        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }

        @Override
        public String reason() {
            return action.isOfDisposal() ? purpose : "";
        }

        @Override
        public Map<String, String> details() {
            var other = counterpart == null ? "" : counterpart;
            return Map.of("label", label, "counterpart", other.replaceFirst("^person:", ""));
        }

        /** The link that says so, after the last one. */
        public CustodyEntry link(CustodyEntry last) {
            return last.next(action, by, counterpart, purpose, at);
        }
    }

    /** Somebody wants items to leave as a package; nothing left yet. */
    record PackageAsked(
            IncidentId incident,
            PackageId evidencePackage,
            int items,
            String purpose,
            String recipient,
            Instant at,
            Actor by)
            implements EvidenceEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }

        @Override
        public String reason() {
            return purpose;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("items", Integer.toString(items), "recipient", recipient);
        }
    }

    /** The chains of a package's items say that they left with it. */
    record PackageMade(
            IncidentId incident,
            PackageId evidencePackage,
            int items,
            String purpose,
            String recipient,
            Sha256 digest,
            Instant at,
            Actor by)
            implements EvidenceEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }

        @Override
        public String reason() {
            return purpose;
        }

        @Override
        public Map<String, String> details() {
            return Map.of(
                    "items", Integer.toString(items),
                    "recipient", recipient,
                    "sha256", digest.hex());
        }
    }

    /** No package was made. */
    record PackageFailed(
            IncidentId incident,
            PackageId evidencePackage,
            EvidencePackage.Fault fault,
            String label,
            String recipient,
            Instant at,
            Actor by)
            implements EvidenceEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("label", label, "recipient", recipient, "fault", fault.name());
        }
    }

    /**
     * A package was given to somebody outside, whose receipt is awaited.
     *
     * @param to in words
     */
    record PackageTransferred(
            IncidentId incident,
            TransferId transfer,
            String to,
            String purpose,
            Sha256 digest,
            Instant at,
            Actor by)
            implements EvidenceEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }

        @Override
        public String reason() {
            return purpose;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("recipient", to, "sha256", digest.hex());
        }
    }

    /**
     * Somebody outside confirmed that a package arrived as it left.
     *
     * @param signedBy who signed for it there
     * @param label of the item that holds the receipt
     */
    record ReceiptRecorded(
            IncidentId incident,
            TransferId transfer,
            String to,
            String signedBy,
            String label,
            Instant at,
            Actor by)
            implements EvidenceEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("recipient", to, "signed", signedBy, "label", label);
        }
    }

    /** Somebody outside will not confirm a package. */
    record TransferEnded(
            IncidentId incident,
            TransferId transfer,
            String to,
            Answer.Ended.Why why,
            String reason,
            Instant at,
            Actor by)
            implements EvidenceEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("recipient", to, "why", why.name());
        }
    }

    /** Somebody has a store give out what it holds; nothing was taken yet. */
    record AcquisitionAsked(
            IncidentId incident,
            AcquisitionId acquisition,
            int sources,
            String purpose,
            Instant at,
            Actor by)
            implements EvidenceEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }

        @Override
        public String reason() {
            return purpose;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("sources", Integer.toString(sources));
        }
    }

    /** Somebody wants no more of it; what was taken stays. */
    record AcquisitionCancelled(
            IncidentId incident, AcquisitionId acquisition, Instant at, Actor by)
            implements EvidenceEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }
    }

    /** Nothing more is taken; each part that was is an item. */
    record AcquisitionEnded(
            IncidentId incident,
            AcquisitionId acquisition,
            int taken,
            int missing,
            Instant at,
            Actor by)
            implements EvidenceEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("taken", Integer.toString(taken), "missing", Integer.toString(missing));
        }
    }

    /** A second person agreed; the content is destroyed next, by a job. */
    record DisposalApproved(
            IncidentId incident,
            EvidenceId evidence,
            String label,
            String reason,
            Instant at,
            Actor by)
            implements EvidenceEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.DECISION;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("label", label);
        }
    }

    /** A person decided that something need not be preserved before a step destroys it. */
    record PreservationWaived(
            IncidentId incident, String step, String losses, String reason, Instant at, Actor by)
            implements EvidenceEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.DECISION;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("step", step, "losses", losses);
        }
    }
}
