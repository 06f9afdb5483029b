package dev.cordon.infra.bootstrap.demo;

import dev.cordon.application.detection.AddLogSource;
import dev.cordon.application.detection.IngestLines;
import dev.cordon.application.store.AddStore;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Role;
import dev.cordon.domain.store.ContactAddress;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreEnvironment;
import dev.cordon.domain.store.StoreUrl;
import dev.cordon.infra.security.CallerContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** The stand-in store in care, and the recorded attack on it, moved to the present. */
@TestComponent
class AttackedStore implements AutoCloseable {

    private static final SourceId LOG = new SourceId("fjordshop-access");

    private final AddStore addStore;
    private final AddLogSource addLogSource;
    private final IngestLines ingestLines;
    private final RecordedAttack attack = RecordedAttack.load();
    private final Replays replays;
    private final StandInStore store;
    private @Nullable StoreId known;

    AttackedStore(
            AddStore addStore,
            AddLogSource addLogSource,
            IngestLines ingestLines,
            InstantSource clock)
            throws IOException {
        this.addStore = addStore;
        this.addLogSource = addLogSource;
        this.ingestLines = ingestLines;
        this.replays =
                Replays.of(
                        attack,
                        Path.of(
                                "target",
                                "test-data",
                                "replays-" + clock.instant().toEpochMilli()));
        this.store = StandInStore.open(0, new StandInRecords(replays, clock));
    }

    /** An administrator takes the store and its log into care, unless one did before. */
    StoreId takeIntoCare() {
        if (known == null) {
            known = Staff.as("adam", Role.ADMINISTRATOR, this::added);
        }
        return known;
    }

    /** Puts something into the store's payment page. */
    void inject(String html) {
        store.checkout().inject(html);
    }

    /** An administrator takes a second store into care, which has no log. */
    StoreId takeNeighborIntoCare() {
        return Staff.as(
                "adam",
                Role.ADMINISTRATOR,
                () -> added("nordkram.example", StoreUrl.of("http://127.0.0.1:9")));
    }

    private StoreId added() {
        var id = added("fjordshop.example", StoreUrl.of(store.url()));
        addLogSource.add(
                new AddLogSource.Command(
                        LOG, id, "Access log", LogFormat.COMBINED, ZoneOffset.UTC, Mode.LIVE));
        return id;
    }

    private StoreId added(String name, StoreUrl url) {
        var profile =
                new Store.Profile(
                        name,
                        url,
                        StoreEnvironment.PRODUCTION,
                        ZoneId.of("Europe/Berlin"),
                        Locale.ENGLISH,
                        new ContactAddress("privacy@" + name));
        var outcome = addStore.add(new AddStore.Command(profile, StandInStore.ACCESS));
        return ((AddStore.Outcome.Added) outcome).id();
    }

    /** The whole recorded log comes in; its last line was written a moment ago. */
    void attack(Instant now) {
        var whole = attack.length().plusSeconds(1);
        var shift = Duration.between(attack.begin().plus(whole), now);
        replays.add(shift);
        var lines = String.join("\n", attack.lines(Duration.ZERO, whole, shift)) + "\n";
        CallerContext.runAs(AutomationPolicy.DETECTION, () -> ingest(lines));
    }

    private void ingest(String lines) {
        try {
            ingestLines.ingest(
                    new IngestLines.Command(LOG, null),
                    new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
