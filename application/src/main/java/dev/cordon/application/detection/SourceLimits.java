package dev.cordon.application.detection;

import dev.cordon.domain.detection.intake.SourceLimit;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Transition;
import java.util.List;

/** How much sources may send. */
public interface SourceLimits {

    /** The usual one where none was set. */
    SourceLimit of(SourceId source);

    /** All that were set. */
    List<SourceLimit> all();

    void save(Transition<SourceLimit> change);
}
