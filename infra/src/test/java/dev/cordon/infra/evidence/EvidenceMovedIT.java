package dev.cordon.infra.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.s3.LockingS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Evidence that was sealed and held in a folder moves to a bucket that locks, as the guide says:
 * the program is stopped, the files are copied, the program starts on the bucket.
 */
class EvidenceMovedIT {

    private final Map<String, String> properties = TestDatabase.properties();
    private EvidenceItem held;
    private EvidenceItem sealed;
    private EvidenceItem free;

    @Test
    void whatWasHeldAndSealedIsHeldAndLockedInTheBucketOnceTheWatchHasLooked() throws Exception {
        inFolder();
        try (var storage = new LockingS3()) {
            copyTo(storage);
            assertThat(contents(storage)).hasSize(3).noneMatch(storage::isHeld);

            try (var program = KeepingProcess.here(settings(inBucket(storage)))) {
                var steps = new EvidenceSteps(program);
                steps.watch();

                var heldThere = object(storage, held);
                assertThat(storage.isHeld(heldThere)).isTrue();
                assertThat(storage.tryDelete(heldThere)).isFalse();
                var sealedThere = object(storage, sealed);
                assertThat(storage.lockedUntil(sealedThere))
                        .isBetween(
                                sealed.custody().keepUntil(),
                                sealed.custody().keepUntil().plusSeconds(1));
                assertThat(storage.tryDelete(sealedThere)).isFalse();
                assertThat(storage.isHeld(object(storage, free))).isFalse();
                assertThat(storage.lockedUntil(object(storage, free))).isNull();
                assertThat(List.of(held, sealed, free))
                        .allMatch(item -> steps.verify(item) instanceof Verdict.Intact);

                var tomorrow = Instant.now().plus(Duration.ofDays(1));
                assertThat(program.getBean(EvidenceVault.class).sweep(tomorrow, (_, _) -> false))
                        .isZero();
                steps.release(held);
                assertThat(storage.isHeld(heldThere)).isFalse();
            }
        }
    }

    private void inFolder() {
        try (var program = KeepingProcess.here(settings(List.of()))) {
            var steps = new EvidenceSteps(program);
            steps.declare();
            held = steps.collected(HeldIncidents.id(1));
            steps.hold(held);
            sealed = steps.collected(HeldIncidents.id(2));
            steps.seal(sealed.incident());
            sealed = steps.items(sealed.incident()).getFirst();
            free = steps.collected(HeldIncidents.id(3));
            steps.sequence();
        }
    }

    /** As any tool for S3 does. */
    private void copyTo(LockingS3 storage) throws IOException {
        var vault = Path.of(properties.get("cordon.data"), "evidence");
        for (var part : List.of("content", "keys")) {
            try (var files = Files.walk(vault.resolve(part))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    storage.put(vault.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
    }

    private static List<String> contents(LockingS3 storage) {
        return List.copyOf(storage.names("content/"));
    }

    private static String object(LockingS3 storage, EvidenceItem item) {
        return storage.names("content/" + item.incident()).iterator().next();
    }

    private List<String> settings(List<String> further) {
        var settings = new ArrayList<String>();
        properties.forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings.add("--db-scheduler.enabled=false");
        settings.add("--" + EvidenceKilledIT.NOBODY_IS_SENT_TO);
        settings.addAll(further);
        return settings;
    }

    private static List<String> inBucket(LockingS3 storage) {
        return List.of(
                "--cordon.vault.s3.endpoint=" + storage.endpoint(),
                "--cordon.vault.s3.bucket=" + LockingS3.BUCKET,
                "--cordon.vault.s3.access-key=" + LockingS3.ACCESS,
                "--cordon.vault.s3.secret-key=" + LockingS3.SECRET,
                "--cordon.vault.s3.path-style=true");
    }
}
