package dev.cordon.bench;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;

import dev.cordon.application.evidence.EvidenceItems;
import dev.cordon.application.evidence.StoreAcquisitions;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.evidence.acquisition.AcquiredPart.State;
import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.evidence.acquisition.Pace;
import dev.cordon.domain.evidence.acquisition.StoreAcquisition;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.incident.Codename;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.woocommerce.store.HostWithStore;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;

/** A dump streams from a real SSH server into custody, and is hashed over SSH beside it. */
final class DumpRun {

    private static final int MEBIBYTE = 1 << 20;
    private static final int ROUNDS = 2;
    private static final double ASKED = 0.9;
    private static final long LOOKS_EACH = 20_000_000;

    private final ConfigurableApplicationContext program;
    private final UnitOfWork work;
    private final HostWithStore host;
    private final Path folder;

    DumpRun(ConfigurableApplicationContext program, HostWithStore host, Path folder) {
        this.program = program;
        this.work = program.getBean(UnitOfWork.class);
        this.host = host;
        this.folder = folder;
    }

    void run(long mebibytes) throws Exception {
        var dump = folder.resolve("dump.sql");
        write(dump, mebibytes * MEBIBYTE);
        long size = Files.size(dump);
        shop(dump);
        StoreBenchmark.arrange(program, this::surroundings);
        double plain = Double.MAX_VALUE;
        double taken = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            var digest = new String[2];
            int of = round;
            plain = Math.min(plain, StoreBenchmark.seconds(() -> digest[0] = hashed(dump)));
            taken = Math.min(taken, StoreBenchmark.seconds(() -> digest[1] = acquired(of)));
            if (!digest[0].equals(digest[1])) {
                throw new IllegalStateException(
                        "not the same content: " + String.join(" ", digest));
            }
        }
        System.out.printf("%d MiB over SSH, best of %d rounds%n", size / MEBIBYTE, ROUNDS);
        System.out.printf(
                "ssh cat | openssl dgst     %6.2f s, %5.0f MB/s%n", plain, size / 1e6 / plain);
        System.out.printf(
                "store to vault             %6.2f s, %5.0f MB/s%n", taken, size / 1e6 / taken);
        System.out.printf(
                "dump: %.2f of what hashing alone reaches (asked %.1f: %s)%n",
                plain / taken, ASKED, plain / taken >= ASKED ? "met" : "NOT MET");
        Files.delete(dump);
    }

    /** What a dump of a shop looks like: rows of words, numbers, times and addresses. */
    static void write(Path dump, long size) throws IOException {
        var random = new Random(4);
        long written = 0;
        try (var file = new FileOutputStream(dump.toFile());
                var out =
                        new BufferedWriter(
                                new OutputStreamWriter(file, StandardCharsets.US_ASCII),
                                MEBIBYTE)) {
            for (int row = 1; written < size; row++) {
                var line =
                        "INSERT INTO `wp_wc_orders` VALUES (%d,'wc-completed','EUR','shop_order',%d.00,%d,'person%d@mail.example','2026-11-%02d 12:%02d:%02d',NULL,'stripe','Card','wc_order_%016x');%n"
                                .formatted(
                                        row,
                                        random.nextInt(500),
                                        random.nextInt(9000),
                                        random.nextInt(90000),
                                        1 + random.nextInt(28),
                                        random.nextInt(60),
                                        random.nextInt(60),
                                        random.nextLong());
                out.write(line);
                written += line.length();
            }
            out.flush();
            file.getFD().sync();
        }
    }

    /** A {@code wp} that gives that file out as the store's dump. */
    private void shop(Path dump) throws IOException {
        Files.writeString(host.folder().resolve("wp-load.php"), "<?php");
        host.program("mysqldump", "exit 9");
        host.program(
                "wp",
                """
                case "$*" in
                  *"db prefix"*) echo wp_ ;;
                  *"db tables"*) echo wp_wc_orders ;;
                  *"db export -"*) exec cat '%s' ;;
                  *"cli version"*) echo 'WP-CLI 2.12.0' ;;
                  *) exit 1 ;;
                esac
                """
                        .formatted(dump));
    }

    private void surroundings() {
        var stores = program.getBean(Stores.class);
        stores.save(
                Store.add(
                        HostWithStore.SHOP.id(),
                        StoreFixtures.profile(),
                        StoreAccess.NONE,
                        RITA,
                        NOON));
        for (int round = 0; round < ROUNDS; round++) {
            program.getBean(Incidents.class).save(incident(round));
        }
    }

    /** Of each round its own: within one, equal content is stored once. */
    private static Transition<Incident> incident(int round) {
        var like = IncidentFixtures.anIncident();
        return Incident.declare(
                new IncidentId(new UUID(0, 1 + round)),
                HostWithStore.SHOP.id(),
                Reference.of(2026, 1 + round),
                Codename.of(1 + round),
                like.title(),
                Mode.LIVE,
                like.severity(),
                like.times(),
                RITA);
    }

    private String hashed(Path dump) throws Exception {
        var access = host.access();
        var line =
                "ssh -q -F none -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -i '%s' -p %d %s@%s cat '%s' | openssl dgst -sha256 -r"
                        .formatted(
                                folder.resolve("ssh/user"),
                                access.port(),
                                access.user(),
                                access.host(),
                                dump);
        var process = new ProcessBuilder("sh", "-c", line).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("nothing was hashed");
        }
        return said.substring(0, 64);
    }

    /** The digest of the item that it became, once the program's own job has taken it. */
    private String acquired(int round) {
        var acquisitions = program.getBean(StoreAcquisitions.class);
        var id = new AcquisitionId(UUID.randomUUID());
        StoreBenchmark.arrange(
                program,
                () ->
                        acquisitions.ask(
                                StoreAcquisition.ask(
                                        id,
                                        incident(round).state().id(),
                                        HostWithStore.SHOP.id(),
                                        EnumSet.of(StoreSource.DATABASE),
                                        Pace.FULL,
                                        "measured",
                                        null,
                                        RITA,
                                        Instant.now())));
        while (!work.commit(() -> acquisitions.get(id, StoreScope.ALL)).isOver()) {
            LockSupport.parkNanos(LOOKS_EACH);
        }
        return work.commit(() -> digest(acquisitions.get(id, StoreScope.ALL)));
    }

    private String digest(StoreAcquisition over) {
        if (over.parts().size() == 1
                && over.parts().getFirst().state() instanceof State.Taken(var item)) {
            return program.getBean(EvidenceItems.class).get(item, StoreScope.ALL).content().hex();
        }
        throw new IllegalStateException("not taken: " + over);
    }
}
