package dev.cordon.bench;

import dev.cordon.application.evidence.CheckLedger;
import dev.cordon.application.evidence.CustodyChains;
import dev.cordon.application.evidence.Ledger;
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
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Custody entries with their leaves, a second, from eight writers at once, each committed to a
 * durable PostgreSQL; how long until the job has signed for one meanwhile; and how long checking
 * the whole ledger takes: {@code [ENTRIES]}, 1,000,000 unless told.
 */
final class LedgerBenchmark {

    private static final int WRITERS = 8;
    private static final int SECONDS = 10;
    private static final int PROBES = 20;

    private final ConfigurableApplicationContext program;
    private final JdbcClient jdbc;
    private final CustodyChains chains;
    private final Ledger ledger;
    private final UnitOfWork work;

    private LedgerBenchmark(ConfigurableApplicationContext program) {
        this.program = program;
        jdbc = program.getBean(JdbcClient.class);
        chains = program.getBean(CustodyChains.class);
        ledger = program.getBean(Ledger.class);
        work = program.getBean(UnitOfWork.class);
    }

    public static void main(String... arguments) throws Exception {
        long entries = arguments.length == 0 ? 1_000_000 : Long.parseLong(arguments[0]);
        try (var program = program()) {
            new LedgerBenchmark(program).run(entries);
        }
    }

    private static ConfigurableApplicationContext program() throws IOException {
        var application = new SpringApplication(SendingProgram.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(
                "--cordon.data=" + Files.createTempDirectory("cordon-bench"),
                "--test.smtp.port=1",
                "--logging.level.root=warn");
    }

    private void run(long entries) throws Exception {
        CallerContext.callAs(
                AutomationPolicy.DISPATCHER, () -> program.getBean(ApprovedNotice.class).to(1, 1));
        var items = new ArrayList<EvidenceItem>();
        for (int i = 0; i <= WRITERS; i++) {
            items.add(item(i));
        }
        write(items);
        drain();
        fill(entries - ledger.extent().entries());
        sequence();
        check();
    }

    /** An item with the first link of its chain. */
    private EvidenceItem item(int number) {
        var like = EvidenceFixtures.anItem();
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into evidence_item (id, version, incident, store, label, title,
                            original_name, content, size, acquired_by, acquired_at, method, tool,
                            source)
                        select ?, 0, id, store, ?, 'title', 'name', ?, 1, 'person:rita', now(),
                            'upload', 'tool', 'source'
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
                        "title",
                        "name",
                        like.content(),
                        1,
                        like.acquisition(),
                        like.version());
        work.run(() -> chains.append(CustodyEntry.collected(item, "as found")));
        return item;
    }

    private void write(List<EvidenceItem> items) throws Exception {
        var written = new AtomicLong();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        var delays = new ArrayList<Double>();
        try (var writers = Executors.newFixedThreadPool(WRITERS + 1)) {
            for (var item : items.subList(1, items.size())) {
                var unused =
                        writers.submit(
                                () -> {
                                    while (System.nanoTime() < end) {
                                        append(item);
                                        written.incrementAndGet();
                                    }
                                });
            }
            writers.submit(
                            () -> {
                                while (System.nanoTime() < end && delays.size() < PROBES) {
                                    delays.add(delay(items.getFirst()));
                                }
                            })
                    .get();
        }
        System.out.printf(
                "%d writers: %.0f leaves/s, each committed%n",
                WRITERS, (double) written.get() / SECONDS);
        var sorted = delays.stream().mapToDouble(delay -> delay).sorted().toArray();
        if (sorted.length > 0) {
            System.out.printf(
                    "signed for meanwhile after: median %.2f s, worst of %d %.2f s%n",
                    sorted[sorted.length / 2], sorted.length, sorted[sorted.length - 1]);
        }
    }

    private long append(EvidenceItem item) {
        return work.commit(
                () -> {
                    var link =
                            chains.lastForAppend(item.id())
                                    .next(
                                            CustodyEntry.Action.VIEWED,
                                            item.acquisition().by(),
                                            "look",
                                            Instant.now());
                    chains.append(link);
                    return link.seq();
                });
    }

    private double delay(EvidenceItem item) {
        long begun = System.nanoTime();
        long seq = append(item);
        while (placed(item) < seq) {
            Thread.onSpinWait();
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
                                encode(sha256(n::text::bytea), 'hex'), '2026-11-26T12:00:00Z',
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

    private void check() throws IOException {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("amira", "", "ROLE_auditor"));
        var seconds = new double[3];
        for (int round = 0; round < seconds.length; round++) {
            long begun = System.nanoTime();
            var report = program.getBean(CheckLedger.class).check();
            seconds[round] = (System.nanoTime() - begun) / 1e9;
            if (!report.findings().isEmpty()) {
                throw new IllegalStateException(report.toString());
            }
        }
        Arrays.sort(seconds);
        System.out.printf(
                "checked %d entries in %.1f s (median of %d)%n",
                ledger.extent().entries(), seconds[1], seconds.length);
    }
}
