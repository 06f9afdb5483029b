package dev.cordon.application.detection;

import dev.cordon.domain.detection.intake.SourceToken;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tokens of all log sources. */
public interface SourceTokens {

    Optional<SourceToken> find(UUID id);

    /** Newest first, also those revoked or expired. */
    List<SourceToken> of(SourceId source);

    /** Those of all sources with which somebody may send at that moment. */
    List<SourceToken> usable(Instant at);

    void save(Transition<SourceToken> change);
}
