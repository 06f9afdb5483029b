package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Sha256;
import java.util.HashSet;
import java.util.Set;

/** {@link TakenPieces} without a disk. */
public final class InMemoryTakenPieces implements TakenPieces {

    private final Set<String> pieces = new HashSet<>();

    @Override
    public boolean has(SourceId source, Sha256 piece) {
        return pieces.contains(source + "/" + piece);
    }

    @Override
    public void add(SourceId source, Sha256 piece) {
        pieces.add(source + "/" + piece);
    }
}
