package dev.cordon.infra.detection;

import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When each token was last shown: the time of an empty file of its name. No row is written for it,
 * for it is written while lines come in.
 */
final class TokenUses {

    private static final Logger LOG = LoggerFactory.getLogger(TokenUses.class);
    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(1);

    private final Path folder;
    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();

    TokenUses(Path folder) {
        this.folder = folder;
    }

    /** At most once a minute for each; lines are taken also if it fails. */
    void note(UUID token, Instant at) {
        var before = noted.get(token);
        if (before != null && before.plus(OFTEN_ENOUGH).isAfter(at)) {
            return;
        }
        noted.put(token, at);
        try {
            var file = OwnerOnly.folder(folder).resolve(token.toString());
            Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
            Files.setLastModifiedTime(file, FileTime.from(at));
        } catch (IOException e) {
            LOG.warn("the use of a token could not be noted token={}", token, e);
        }
    }

    Optional<Instant> last(UUID token) {
        var file = folder.resolve(token.toString());
        try {
            return Files.exists(file)
                    ? Optional.of(Files.getLastModifiedTime(file).toInstant())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.ofNullable(noted.get(token));
        }
    }
}
