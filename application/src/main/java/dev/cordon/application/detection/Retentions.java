package dev.cordon.application.detection;

import dev.cordon.domain.detection.keeping.Retention;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.Transition;
import java.util.Optional;

/** For how long the raw lines of each log are kept, where somebody said so. */
public interface Retentions {

    Optional<Retention> find(SourceId source);

    /**
     * @throws StaleVersion if somebody else stored since the state was read
     */
    void save(Transition<Retention> change);
}
