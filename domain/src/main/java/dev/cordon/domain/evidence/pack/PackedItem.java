package dev.cordon.domain.evidence.pack;

import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item as a package states it.
 *
 * @param label what people say, {@code EV-0003}
 * @param path where its content lies in the package
 * @param content its content's digest
 * @param size in bytes
 * @param links its whole chain of custody, the oldest first
 */
public record PackedItem(
        EvidenceId id,
        String label,
        String title,
        String originalName,
        String path,
        Sha256 content,
        long size,
        Acquired acquired,
        List<PackedLink> links) {

    /**
     * How it came to be held.
     *
     * @param coversFrom the earliest moment it speaks of; null if unknown
     * @param coversTo the latest; null if unknown
     */
    public record Acquired(
            String by,
            Instant at,
            String method,
            String tool,
            String source,
            @Nullable Instant coversFrom,
            @Nullable Instant coversTo) {}

    public PackedItem {
        links = List.copyOf(links);
    }

    /** How a finding names one of its links: {@code EV-0003/2}. */
    public String link(long seq) {
        return label + "/" + seq;
    }
}
