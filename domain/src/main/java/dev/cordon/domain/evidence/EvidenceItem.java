package dev.cordon.domain.evidence;

import dev.cordon.domain.evidence.EvidenceEvent.EvidenceCollected;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;

/**
 * Something preserved as it was found. Its content lies in the vault under its digest and is never
 * changed.
 *
 * @param label what people say: {@code EV-0003}, counted within the incident
 * @param originalName the file name it came with, for display only
 * @param size in bytes
 */
public record EvidenceItem(
        EvidenceId id,
        IncidentId incident,
        StoreId store,
        String label,
        String title,
        String originalName,
        Sha256 content,
        long size,
        Acquisition acquisition,
        Version version) {

    public EvidenceItem {
        if (size < 0) {
            throw new IllegalArgumentException("a size is not negative");
        }
    }

    public static String label(long number) {
        return "EV-%04d".formatted(number);
    }

    public static Transition<EvidenceItem> collect(
            EvidenceId id,
            IncidentId incident,
            StoreId store,
            String label,
            String title,
            String originalName,
            Sha256 content,
            long size,
            Acquisition acquisition) {
        var item =
                new EvidenceItem(
                        id,
                        incident,
                        store,
                        label,
                        title,
                        originalName,
                        content,
                        size,
                        acquisition,
                        Version.NEW);
        return Transition.to(
                item,
                new EvidenceCollected(
                        incident, id, label, title, content, acquisition.at(), acquisition.by()));
    }
}
