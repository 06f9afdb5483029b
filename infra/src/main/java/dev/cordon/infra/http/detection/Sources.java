package dev.cordon.infra.http.detection;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.NotFound;

/** Sources as addresses name them. */
final class Sources {

    private Sources() {}

    /** What cannot be a source's name is no source. */
    static SourceId named(String name) {
        try {
            return new SourceId(name);
        } catch (IllegalArgumentException noSuchName) {
            throw new NotFound("log source " + name);
        }
    }
}
