package dev.cordon.infra.detection;

import dev.cordon.application.detection.AddressCountries;
import dev.cordon.domain.detection.Country;
import dev.cordon.domain.detection.log.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells countries from a file that the operator brings and replaces; once a minute a thread of its
 * own looks whether it is another one. A file that cannot be read changes nothing: it may be half
 * written. A file that is gone is forgotten, as the licences of such files ask for.
 */
final class GeoipCountries implements AddressCountries, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GeoipCountries.class);
    private static final int PAUSE_SECONDS = 60;

    /** What a file looks like from outside. */
    private record Seen(long size, FileTime changed, @Nullable Object key) {}

    private final Path file;
    private @Nullable Seen seen;
    private boolean missed;
    private volatile @Nullable CountryFile known;
    private volatile boolean complained;
    private @Nullable ScheduledExecutorService clockwork;

    GeoipCountries(Path file) {
        this.file = file;
    }

    @Override
    public Optional<Country> of(Address address) {
        var asked = known;
        if (asked == null) {
            return Optional.empty();
        }
        try {
            return asked.of(address);
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                LOG.warn(
                        "the database of countries {} is damaged in places: addresses there have no"
                                + " country. Put a whole one in its place",
                        file,
                        e);
            }
            return Optional.empty();
        }
    }

    /** Takes the file that lies there now, if it is another one than before. */
    void look() {
        try {
            var attributes =
                    Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class);
            var now =
                    new Seen(
                            attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
            missed = false;
            if (!now.equals(seen)) {
                seen = now;
                take();
            }
        } catch (NoSuchFileException e) {
            forget();
        } catch (IOException | RuntimeException e) {
            LOG.warn("the database of countries {} could not be looked at: {}", file, reason(e));
        }
    }

    private void take() {
        try {
            var read = CountryFile.read(file);
            known = read;
            complained = false;
            LOG.info(
                    "countries of addresses come from {}, {} built {}",
                    file,
                    read.metadata().databaseType(),
                    read.metadata().buildTime());
        } catch (IOException | OutOfMemoryError e) {
            LOG.warn(
                    "the database of countries {} cannot be read: {}. {}. Put a whole one in its"
                            + " place; it is looked at again once it changes",
                    file,
                    reason(e),
                    known == null ? "No country is shown" : "The one before is used");
        }
    }

    private void forget() {
        if (!missed) {
            LOG.warn(
                    "the database of countries {} is not there: no country is shown. Put one there,"
                            + " or take cordon.geoip.database out of the settings",
                    file);
        }
        missed = true;
        seen = null;
        known = null;
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public synchronized void start() {
        var ticking =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("countries").daemon().factory());
        clockwork = ticking;
        var unused = ticking.scheduleWithFixedDelay(this::look, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        if (clockwork != null) {
            clockwork.shutdownNow();
            clockwork = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }
}
