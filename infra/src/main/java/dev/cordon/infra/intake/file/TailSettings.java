package dev.cordon.infra.intake.file;

import dev.cordon.domain.detection.log.SourceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which log files of this machine are followed.
 *
 * @param pace how often they are looked at
 */
@ConfigurationProperties("cordon.tail")
record TailSettings(@DefaultValue List<File> files, @DefaultValue("1s") Duration pace) {

    TailSettings {
        if (pace.compareTo(Duration.ofMillis(10)) < 0) {
            throw new IllegalArgumentException("cordon.tail.pace: too often for any disk");
        }
        if (new HashSet<>(files).size() < files.size()) {
            throw new IllegalArgumentException("cordon.tail: a file is followed twice");
        }
    }

    /**
     * @param source the log source that its lines belong to
     * @param path of the log while it is written; it need not be there yet
     */
    record File(String source, Path path) {

        File {
            var unused = new SourceId(source);
            if (!path.isAbsolute() || path.getFileName() == null) {
                throw new IllegalArgumentException(
                        "cordon.tail: %s is not the whole path of a file".formatted(path));
            }
            path = path.normalize();
        }
    }
}
