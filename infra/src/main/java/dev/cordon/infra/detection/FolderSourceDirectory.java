package dev.cordon.infra.detection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.cordon.application.detection.SourceDirectory;
import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.detection.intake.PaymentSecret;
import dev.cordon.domain.detection.intake.SensorDoor;
import dev.cordon.domain.detection.intake.SourceLimit;
import dev.cordon.domain.detection.intake.SourceToken;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the directory in memory and in one file, so that it is there after a start before the
 * database was asked. Of secrets the file holds digests and what is sealed. One that cannot be read
 * is as good as none: the database fills it again.
 */
final class FolderSourceDirectory implements SourceDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(FolderSourceDirectory.class);

    private final Path file;
    private final TokenUses uses;
    private final JsonMapper json = JsonMapper.shared();
    private final Set<UUID> removedSecrets = new HashSet<>();
    private volatile Known known;
    private volatile long changes;

    /** The contents and how they are looked up. */
    private record Known(
            Contents contents,
            Map<SourceId, LogSource> sources,
            Map<Sha256, SourceToken> tokens,
            Map<SourceId, SourceLimit> limits,
            Map<Door, List<PaymentSecret>> secrets,
            Map<SourceId, SensorDoor> sensors) {

        static Known of(Contents contents) {
            return new Known(
                    contents,
                    by(contents.sources(), LogSource::id),
                    by(contents.tokens(), SourceToken::secretHash),
                    by(contents.limits(), SourceLimit::source),
                    contents.secrets().stream().collect(groupingBy(Door::of)),
                    by(contents.sensors(), SensorDoor::source));
        }

        private static <K, V> Map<K, V> by(List<V> all, Function<V, K> key) {
            return all.stream().collect(toUnmodifiableMap(key, each -> each));
        }
    }

    /** Where a provider's webhooks come in. */
    private record Door(SourceId source, PaymentProvider provider) {
        static Door of(PaymentSecret secret) {
            return new Door(secret.source(), secret.provider());
        }
    }

    /**
     * What the file holds; earlier versions of it held less.
     *
     * @param secrets null in a file of then
     * @param sensors the same
     */
    private record Kept(
            List<LogSource> sources,
            List<SourceToken> tokens,
            List<SourceLimit> limits,
            @Nullable List<PaymentSecret> secrets,
            @Nullable List<SensorDoor> sensors) {

        Contents contents() {
            return new Contents(
                    sources,
                    tokens,
                    limits,
                    secrets == null ? List.of() : secrets,
                    sensors == null ? List.of() : sensors);
        }
    }

    FolderSourceDirectory(Path folder) {
        this.file = folder.resolve("sources.json");
        this.uses = new TokenUses(folder.resolve("used"));
        this.known = Known.of(read());
    }

    @Override
    public Contents contents() {
        return known.contents();
    }

    @Override
    public Optional<LogSource> find(SourceId id) {
        return Optional.ofNullable(known.sources().get(id));
    }

    @Override
    public Optional<SourceToken> tokenWith(Sha256 secretHash) {
        return Optional.ofNullable(known.tokens().get(secretHash));
    }

    @Override
    public SourceLimit limitOf(SourceId source) {
        var limit = known.limits().get(source);
        return limit == null ? SourceLimit.usual(source) : limit;
    }

    @Override
    public List<PaymentSecret> secretsOf(SourceId source, PaymentProvider provider) {
        return known.secrets().getOrDefault(new Door(source, provider), List.of());
    }

    @Override
    public Optional<SensorDoor> sensorAt(SourceId source) {
        return Optional.ofNullable(known.sensors().get(source));
    }

    @Override
    public void used(UUID token, Instant at) {
        uses.note(token, at);
    }

    @Override
    public Optional<Instant> lastUsedAt(UUID token) {
        return uses.last(token);
    }

    @Override
    public long changes() {
        return changes;
    }

    @Override
    public synchronized void refresh(Contents read, long seen) {
        if (seen == changes && !read.equals(known.contents())) {
            keep(read);
        }
    }

    synchronized void put(LogSource source) {
        var now = known.contents();
        change(
                new Contents(
                        with(now.sources(), source, each -> each.id().equals(source.id())),
                        now.tokens(),
                        now.limits(),
                        now.secrets(),
                        now.sensors()));
    }

    /** What comes late changes nothing: a revocation is not undone by what was before it. */
    synchronized void put(SourceToken token) {
        var now = known.contents();
        boolean isLate =
                now.tokens().stream()
                        .anyMatch(
                                held ->
                                        held.id().equals(token.id())
                                                && (isOlder(token.version(), held.version())
                                                        || held.revoked() && !token.revoked()));
        if (isLate) {
            return;
        }
        change(
                new Contents(
                        now.sources(),
                        with(now.tokens(), token, each -> each.id().equals(token.id())),
                        now.limits(),
                        now.secrets(),
                        now.sensors()));
    }

    synchronized void put(SourceLimit limit) {
        if (isOlder(limit.version(), limitOf(limit.source()).version())) {
            return;
        }
        var now = known.contents();
        change(
                new Contents(
                        now.sources(),
                        now.tokens(),
                        with(now.limits(), limit, each -> each.source().equals(limit.source())),
                        now.secrets(),
                        now.sensors()));
    }

    /** One that was removed is forgotten here too, and does not come back late. */
    synchronized void put(PaymentSecret secret) {
        if (secret.removed()) {
            removedSecrets.add(secret.id());
        }
        if (removedSecrets.contains(secret.id()) && !secret.removed()) {
            return;
        }
        var now = known.contents();
        var held = with(now.secrets(), secret, each -> each.id().equals(secret.id()));
        held.removeIf(PaymentSecret::removed);
        change(new Contents(now.sources(), now.tokens(), now.limits(), held, now.sensors()));
    }

    /** One that was closed is forgotten. */
    synchronized void put(SensorDoor door) {
        var now = known.contents();
        var open = with(now.sensors(), door, each -> each.source().equals(door.source()));
        open.removeIf(each -> !each.isOpen());
        change(new Contents(now.sources(), now.tokens(), now.limits(), now.secrets(), open));
    }

    private static boolean isOlder(Version one, Version other) {
        return one.value() < other.value();
    }

    private void change(Contents contents) {
        changes++;
        keep(contents);
    }

    /** In memory it counts also if the file cannot be written; the next change writes it again. */
    private void keep(Contents contents) {
        known = Known.of(contents);
        try {
            OwnerOnly.write(file, json.writeValueAsBytes(contents));
        } catch (IOException e) {
            LOG.error("the directory of log sources could not be written file={}", file, e);
        }
    }

    private Contents read() {
        try {
            if (Files.exists(file)) {
                return json.readValue(Files.readAllBytes(file), Kept.class).contents();
            }
        } catch (IOException | JacksonException e) {
            LOG.warn("the directory of log sources is read from the database anew", e);
        }
        return Contents.NONE;
    }

    private static <T> ArrayList<T> with(List<T> all, T one, Predicate<T> same) {
        var changed = new ArrayList<>(all);
        changed.removeIf(same);
        changed.add(one);
        return changed;
    }
}
