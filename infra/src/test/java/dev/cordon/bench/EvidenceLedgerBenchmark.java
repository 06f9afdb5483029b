package dev.cordon.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.cordon.application.evidence.CheckLedger;
import dev.cordon.application.evidence.CustodyChains;
import dev.cordon.application.evidence.Ledger;
import dev.cordon.application.evidence.RecordedRevisions;
import dev.cordon.application.evidence.SequenceLedger;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.notification.ApprovedNotice;
import dev.cordon.infra.notification.SendingProgram;
import dev.cordon.infra.security.CallerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The ledger against its limits, on a durable PostgreSQL: custody entries with their leaves in a
 * second, from writers at once, in batches of fifty (5,000 at least) and committed one by one (told
 * as a part of what the disk can sync); how long until a leaf is signed for meanwhile, at 5,000 a
 * second (a second at most); and how long checking the whole ledger takes (ten seconds for a
 * million). Fails if a limit is missed: {@code [ENTRIES]}, 1,000,000 unless told.
 */
final class EvidenceLedgerBenchmark {

    private static final int WRITERS = 8;
    private static final int TOGETHER = 50;
    private static final int SECONDS = 10;
    private static final int PROBES = 20;

    private static final double LEAVES_PER_SECOND = 5_000;
    private static final double SIGNED_WITHIN = 1;
    private static final double CHECKED_PER_SECOND = 100_000;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final List<String> missed = new ArrayList<>();
    private final ConfigurableApplicationContext program;
    private final Path folder;
    private final JdbcClient jdbc;
    private final CustodyChains chains;
    private final Ledger ledger;
    private final UnitOfWork work;

    private EvidenceLedgerBenchmark(ConfigurableApplicationContext program, Path folder) {
        this.program = program;
        this.folder = folder;
        jdbc = program.getBean(JdbcClient.class);
        chains = program.getBean(CustodyChains.class);
        ledger = program.getBean(Ledger.class);
        work = program.getBean(UnitOfWork.class);
    }

    public static void main(String... arguments) throws Exception {
        long entries = arguments.length == 0 ? 1_000_000 : Long.parseLong(arguments[0]);
        var folder = Files.createTempDirectory("cordon-bench");
        try (var program = program(folder)) {
            new EvidenceLedgerBenchmark(program, folder).run(entries);
        }
    }

    private static ConfigurableApplicationContext program(Path folder) {
        var application = new SpringApplication(SendingProgram.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(
                "--cordon.data=" + folder, "--test.smtp.port=1", "--logging.level.root=warn");
    }

    private void run(long entries) throws Exception {
        CallerContext.callAs(
                AutomationPolicy.DISPATCHER, () -> program.getBean(ApprovedNotice.class).to(1, 1));
        var items = new ArrayList<EvidenceItem>();
        for (int i = 0; i <= 2 * WRITERS; i++) {
            items.add(item(i));
        }
        double syncs = syncs();
        jdbc.sql("delete from scheduled_tasks where task_instance like '%/standing'").update();
        revisions();
        write(items.subList(0, WRITERS + 1), 1, 0);
        double alone = write(items, 1, 0);
        System.out.printf(
                "  %.2f commits for each sync of the disk (%.0f a second)%n", alone / syncs, syncs);
        drain();
        write(items.subList(0, WRITERS + 1), TOGETHER, LEAVES_PER_SECOND);
        limit("leaves in batches", write(items.subList(0, WRITERS + 1), TOGETHER, 0));
        drain();
        fill(entries - ledger.extent().entries());
        sequence();
        check();
        if (!missed.isEmpty()) {
            throw new IllegalStateException("missed: " + missed);
        }
    }

    /** What a revision's leaf costs its transaction: the digest over all tables of history. */
    private void revisions() {
        var recorded = program.getBean(RecordedRevisions.class);
        var times = new double[500];
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            work.commit(() -> recorded.after(0, 1));
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                "a revision's digest, in a transaction of its own: median %.2f ms%n",
                times[times.length / 2]);
    }

    private void limit(String what, double leaves) {
        System.out.printf(
                "  %.2f of the %.0f asked for%n", leaves / LEAVES_PER_SECOND, LEAVES_PER_SECOND);
        if (leaves < LEAVES_PER_SECOND) {
            missed.add(what);
        }
    }

    /** What one writer gets who waits for the disk each time, as a commit does. */
    private double syncs() throws IOException {
        var file = Files.createTempFile(folder, "sync", "");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var page = ByteBuffer.allocate(8192);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
            int syncs = 0;
            for (; System.nanoTime() < end; syncs++) {
                channel.write(page.rewind(), (syncs % 1024) * 8192L);
                channel.force(false);
            }
            return syncs / 3.0;
        } finally {
            Files.delete(file);
        }
    }

    /** An item with the first link of its chain. */
    private EvidenceItem item(int number) {
        var like = EvidenceFixtures.anItem();
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into evidence_item (id, version, incident, store, label, title,
                            original_name, content, size, acquired_by, acquired_at, method, tool,
                            source, kind, masked, card_rules, card_extent, cards_left,
                            cards_left_because, covers, received_at, command, custodian, holds,
                            keep_until)
                        select ?, 0, id, store, ?, 'title', 'name', ?, 1, 'person:rita', now(),
                            'upload', 'tool', 'source', 'FILE', 0, '', 'NOTHING', 0, '', '', now(),
                            '', 'person:rita', '[]', now()
                        from incident limit 1
                        """)
                .param(id)
                .param("EV-%04d".formatted(number))
                .param(like.content().hex())
                .update();
        var item =
                new EvidenceItem(
                        new EvidenceId(id),
                        like.incident(),
                        new StoreId(
                                jdbc.sql("select store from evidence_item where id = ?")
                                        .param(id)
                                        .query(UUID.class)
                                        .single()),
                        "EV-%04d".formatted(number),
                        like.kind(),
                        "title",
                        "name",
                        like.content(),
                        1,
                        like.intake(),
                        like.acquisition(),
                        null,
                        like.custody(),
                        like.version());
        work.run(() -> chains.append(CustodyEntry.collected(item, "as found")));
        return item;
    }

    /**
     * Leaves a second; of the first item, how long until each is signed for.
     *
     * @param pace no more than so many a second; 0 for as many as there can be, which may be more
     *     than are sequenced
     */
    private double write(List<EvidenceItem> items, int together, double pace) throws Exception {
        var written = new AtomicLong();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        var delays = new ArrayList<Double>();
        try (var writers = Executors.newFixedThreadPool(items.size())) {
            var all = new ArrayList<Future<?>>();
            for (var item : items.subList(1, items.size())) {
                all.add(
                        writers.submit(
                                () -> {
                                    long begun = System.nanoTime();
                                    double mine = 0;
                                    double share = pace / (items.size() - 1) / 1e9;
                                    while (System.nanoTime() < end) {
                                        append(item, together);
                                        written.addAndGet(together);
                                        mine += together;
                                        while (mine > share * (System.nanoTime() - begun)
                                                && share > 0) {
                                            Thread.sleep(1);
                                        }
                                    }
                                    return true;
                                }));
            }
            while (System.nanoTime() < end && delays.size() < PROBES) {
                delays.add(delay(items.getFirst()));
            }
            for (var one : all) {
                one.get();
            }
        }
        double leaves = (double) written.get() / SECONDS;
        System.out.printf(
                "%d writers, %d a commit%s: %.0f leaves/s%n",
                items.size() - 1, together, pace > 0 ? ", held back" : "", leaves);
        var sorted = delays.stream().mapToDouble(delay -> delay).sorted().toArray();
        double worst = sorted[sorted.length - 1];
        System.out.printf(
                "  signed for meanwhile after: median %.2f s, worst of %d %.2f s%n",
                sorted[sorted.length / 2], sorted.length, worst);
        if (worst > SIGNED_WITHIN && (together == 1 || pace > 0)) {
            missed.add("signed within a second, %d a commit".formatted(together));
        }
        return leaves;
    }

    private long append(EvidenceItem item, int together) {
        return work.commit(
                () -> {
                    var links = new ArrayList<CustodyEntry>();
                    var last = chains.lastForAppend(item.id());
                    for (int i = 0; i < together; i++) {
                        last =
                                last.next(
                                        CustodyEntry.Action.VIEWED,
                                        item.acquisition().by(),
                                        "look",
                                        Instant.now());
                        links.add(last);
                    }
                    chains.append(links);
                    return last.seq();
                });
    }

    private double delay(EvidenceItem item) throws InterruptedException {
        long begun = System.nanoTime();
        long seq = append(item, 1);
        while (placed(item) < seq) {
            Thread.sleep(10);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private long placed(EvidenceItem item) {
        return ledger.custodyOf(item.id()).stream()
                .filter(placed -> placed.entry() != null)
                .count();
    }

    private void drain() throws Exception {
        long begun = System.nanoTime();
        while (jdbc.sql("select exists(select from ledger_waiting)")
                .query(Boolean.class)
                .single()) {
            Thread.sleep(50);
        }
        System.out.printf("all signed for %.1f s later%n", (System.nanoTime() - begun) / 1e9);
    }

    private void fill(long entries) {
        jdbc.sql(
                        """
                        with leaves as (
                            insert into ledger_leaf (id, kind, subject, content, at, store)
                            select gen_random_uuid(), 'CUSTODY_ENTRY', 'filled/' || n,
                                sha256(n::text::bytea), '2026-11-26T12:00:00Z',
                                gen_random_uuid()
                            from generate_series(1, ?) n
                            returning id)
                        insert into ledger_waiting select id from leaves
                        """)
                .param(entries)
                .update();
    }

    private void sequence() {
        long before = ledger.extent().entries();
        long begun = System.nanoTime();
        CallerContext.callAs(
                AutomationPolicy.LEDGER,
                () -> {
                    try {
                        return program.getBean(SequenceLedger.class)
                                .sequence(new SequenceLedger.Command(() -> true));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "sequenced and signed: %.0f leaves/s%n",
                (ledger.extent().entries() - before) / seconds);
    }

    /** Where the time goes. */
    private void parts() {
        long end = ledger.extent().signed();
        part(
                "pages alone",
                () -> {
                    try (var pages = ledger.pages(0, end)) {
                        pages.forEachRemaining(_ -> {});
                    }
                });
        part("leaves left out", () -> work.run(() -> ledger.leftOut(1)));
        part("links unrecorded", () -> work.run(() -> ledger.unrecorded(1)));
    }

    private static void part(String what, Runnable doing) {
        long begun = System.nanoTime();
        doing.run();
        System.out.printf("  %s: %.1f s%n", what, (System.nanoTime() - begun) / 1e9);
    }

    private void check() throws IOException {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("amira", "", "ROLE_auditor"));
        var seconds = new double[3];
        long processor = SYSTEM.getProcessCpuTime();
        for (int round = 0; round < seconds.length; round++) {
            long begun = System.nanoTime();
            var report = program.getBean(CheckLedger.class).check();
            seconds[round] = (System.nanoTime() - begun) / 1e9;
            if (!report.findings().isEmpty()) {
                throw new IllegalStateException(report.toString());
            }
        }
        double busy = (SYSTEM.getProcessCpuTime() - processor) / 1e9 / seconds.length;
        Arrays.sort(seconds);
        parts();
        long entries = ledger.extent().entries();
        System.out.printf(
                "checked %d entries in %.1f s (median of %d)%n  %.2f of the %.0f/s asked for%n",
                entries,
                seconds[1],
                seconds.length,
                entries / seconds[1] / CHECKED_PER_SECOND,
                CHECKED_PER_SECOND);
        System.out.printf(
                "  %.1f s of processor for each in this program, besides the database; load %.1f%n",
                busy, SYSTEM.getSystemLoadAverage());
        if (entries / seconds[1] < CHECKED_PER_SECOND) {
            missed.add("checked");
        }
    }
}
