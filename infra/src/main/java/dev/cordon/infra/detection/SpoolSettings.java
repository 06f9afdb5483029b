package dev.cordon.infra.detection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of the raw lines is kept.
 *
 * @param segment a file is closed once it is this long, and goes as a whole when it is old
 * @param kept so many bytes of each source wait to be read at most, and are kept where nobody says
 *     otherwise
 * @param batch the largest batch that is taken at once
 */
@ConfigurationProperties("cordon.spool")
record SpoolSettings(
        @DefaultValue("64MB") DataSize segment,
        @DefaultValue("1GB") DataSize kept,
        @DefaultValue("1GB") DataSize batch) {

    SpoolSettings {
        if (segment.toBytes() < 1 || kept.toBytes() < segment.toBytes() || batch.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "cordon.spool: what is kept of a log is at least one segment, and a segment and"
                            + " a batch hold something");
        }
    }
}
