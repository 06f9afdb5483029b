package dev.cordon.bench;

import static dev.cordon.domain.detection.DetectionFixtures.ALERT;
import static dev.cordon.domain.detection.DetectionFixtures.RITA;
import static dev.cordon.domain.detection.DetectionFixtures.STORE;
import static dev.cordon.domain.detection.DetectionFixtures.address;
import static dev.cordon.domain.detection.DetectionFixtures.raised;
import static dev.cordon.domain.detection.DetectionFixtures.stuffing;

import dev.cordon.application.detection.Alerts;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.PersistenceTestConfiguration;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the desk reads, on a store of a million alerts in a real PostgreSQL, beside the 150 ms that
 * it may take: {@code [ALERTS]}, 1000000 unless told. One of two hundred is open, one of twenty is
 * of a second store; each has an address of its own and one that it shares with a thousand others.
 */
final class DeskBenchmark {

    private static final long LONGEST_NANOS = 10_000_000_000L;
    private static final int ROUNDS = 60;
    private static final int LIMIT_MILLIS = 150;
    private static final StoreId NEIGHBOR = new StoreId(new UUID(0, 2));
    private static final Page.Request PAGE = Page.Request.first(50);

    private static final String ALERTS =
            """
            insert into alert (id, version, store, source_type, source, source_ref, mode, kind,
                severity, finding, last_seen_at, detected_at, received_at, status, taken_by, title,
                rules, address_count, addresses_kept, successes, started_at, search)
            select gen_random_uuid(), 0,
                case when n % 20 = 0 then uuid '00000000-0000-0000-0000-000000000002' else store end,
                source_type, source, 'campaign ' || n, mode,
                (array['SCANNER', 'CREDENTIAL_STUFFING', 'SQL_INJECTION', 'CARD_TESTING',
                    'USER_ENUMERATION', 'SCRAPING', 'OTHER'])[1 + n % 7],
                (array['LOW', 'LOW', 'MEDIUM', 'LOW', 'HIGH', 'LOW', 'CRITICAL'])[1 + n / 7 % 7],
                finding, detected_at - n * interval '30 seconds',
                detected_at - n * interval '30 seconds', received_at,
                case when n % 200 = 0 then 'NEW' else 'MERGED' end,
                case when n % 50 = 0 then 'person-' || n % 9 end, title, rules, address_count,
                addresses_kept, successes, started_at - n * interval '30 seconds',
                search || ' campaign ' || n || ' account' || n % 5000
                    || case when n > ? - 300 then ' ancient' else '' end
                    || case when n % 30 = 0 and n > ? / 2 then ' winter' else '' end
                    || case when n > ? / 2 then ' early' else ' late' end
            from alert, generate_series(1, ?) as n
            where id = ?
            """;

    private static final String ADDRESSES =
            """
            insert into alert_address (address, alert, first_seen)
            select a.address, id, started_at from alert,
                lateral (values (inet '10.0.0.0' + split_part(source_ref, ' ', 2)::bigint),
                    (inet '192.0.0.0' + split_part(source_ref, ' ', 2)::bigint % 1000)) a(address)
            where source_ref like 'campaign %'
            """;

    /** As for a person who is there for two stores of several. */
    private static final StoreScope SOME = new StoreScope.Only(Set.of(STORE, NEIGHBOR));

    private static int slow;

    private DeskBenchmark() {}

    public static void main(String... args) throws Exception {
        var size = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        var application = new SpringApplication(PersistenceTestConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        // The scan finds the configurations of other tests, whose clock and caller are the same.
        application.setAllowBeanDefinitionOverriding(true);
        var database = TestDatabase.properties();
        var settings = new ArrayList<String>();
        database.forEach((key, value) -> settings.add("--" + key + "=" + value));
        settings.add("--logging.level.root=warn");
        try (var program = application.run(settings.toArray(String[]::new))) {
            fill(program, database, size);
            measure(program.getBean(Alerts.class), program.getBean(Acting.class));
        }
        if (slow > 0) {
            System.out.println(slow + " took more than " + LIMIT_MILLIS + " ms");
            System.exit(1);
        }
    }

    private static void fill(
            ConfigurableApplicationContext program, Map<String, String> database, int size)
            throws SQLException {
        var alerts = program.getBean(Alerts.class);
        program.getBean(Acting.class).as(RITA, "Benchmark", () -> alerts.save(raised(stuffing(5))));
        try (var owner =
                        DriverManager.getConnection(
                                database.get("cordon.database.url"),
                                database.get("cordon.database.owner"),
                                database.get("cordon.database.owner-password"));
                var many = owner.prepareStatement(ALERTS);
                var sql = owner.createStatement()) {
            for (var place = 1; place <= 4; place++) {
                many.setInt(place, size);
            }
            many.setObject(5, ALERT.value());
            many.execute();
            sql.execute(ADDRESSES);
            sql.execute("vacuum analyze alert");
            sql.execute("vacuum analyze alert_address");
        }
    }

    private static void measure(Alerts alerts, Acting acting) {
        var all = Alerts.Filter.EVERYTHING;
        var open = Alerts.Filter.OPEN;
        System.out.printf("%-52s %8s %8s%n", "ms, may take " + LIMIT_MILLIS, "p50", "p95");
        list(alerts, "the list, open", open);
        list(alerts, "the list, everything", all);
        list(alerts, "filter: merged", Alerts.Filter.of(Set.of(AlertStatus.MERGED)));
        list(alerts, "filter: open and critical", open.with(AlertSeverity.CRITICAL, null));
        list(
                alerts,
                "filter: open, critical, a kind, a store",
                open.with(AlertSeverity.CRITICAL, AttackKind.CARD_TESTING).in(STORE));
        list(alerts, "filter: mine", all.heldBy(RITA));
        list(alerts, "filter: an address of one", all.naming(address("10.3.4.5")));
        list(alerts, "filter: an address of a thousand", all.naming(address("192.0.0.7")));
        time("the list, open, for some stores", () -> alerts.lines(open, SOME, PAGE));
        time("the list, open, for some stores: count", () -> alerts.count(open, SOME));
        words(alerts);
        deep(alerts, all);
        time("drawer", () -> drawer(alerts, acting));
    }

    /** Found by words, for each kind of word, alone and with what else the chips ask for. */
    private static void words(Alerts alerts) {
        var said =
                List.of(
                        "account4711", // one of 5,000
                        "ancient", // three hundred, all of them the eldest
                        "winter", // one of sixty, none of them among the latest half
                        "late", // half of all, the latest
                        "campaign", // all
                        "nothere",
                        "campaign account4711",
                        "campaign nothere",
                        "late winter",
                        "acc", // begins 5,000 words
                        "early"); // half of all, none of them among the latest half
        for (var words : said) {
            list(alerts, "words: " + words, Alerts.Filter.EVERYTHING.saying(words));
            list(alerts, "words, open: " + words, Alerts.Filter.OPEN.saying(words));
            list(
                    alerts,
                    "words, a severity, a kind: " + words,
                    Alerts.Filter.EVERYTHING
                            .with(AlertSeverity.HIGH, AttackKind.SCANNER)
                            .saying(words));
            list(
                    alerts,
                    "words, the small store: " + words,
                    Alerts.Filter.EVERYTHING.in(NEIGHBOR).saying(words));
        }
    }

    private static void list(Alerts alerts, String name, Alerts.Filter filter) {
        time(name, () -> alerts.lines(filter, StoreScope.ALL, PAGE));
        time(name + ": count", () -> alerts.count(filter, StoreScope.ALL));
    }

    /** Scrolled to its ten thousandth line. */
    private static void deep(Alerts alerts, Alerts.Filter filter) {
        var page = alerts.lines(filter, StoreScope.ALL, Page.Request.first(Page.LONGEST));
        for (var read = 0; read < 50 && page.next() != null; read++) {
            page =
                    alerts.lines(
                            filter, StoreScope.ALL, new Page.Request(Page.LONGEST, page.next()));
        }
        var here = new Page.Request(50, page.next());
        time("the list, scrolled far", () -> alerts.lines(filter, StoreScope.ALL, here));
    }

    private static void drawer(Alerts alerts, Acting acting) {
        acting.as(
                RITA,
                "Benchmark",
                () -> {
                    var alert = alerts.get(ALERT, StoreScope.ALL);
                    alerts.similar(alert, 10);
                    alerts.sharingAddresses(alert, 10);
                });
    }

    private static void time(String name, Runnable read) {
        var millis = new double[ROUNDS];
        int rounds = 0;
        for (var since = System.nanoTime();
                rounds < ROUNDS && System.nanoTime() - since < LONGEST_NANOS;
                rounds++) {
            var begun = System.nanoTime();
            read.run();
            millis[rounds] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis, 0, rounds);
        var p95 = millis[rounds * 95 / 100];
        boolean isSlow = p95 > LIMIT_MILLIS;
        slow += isSlow ? 1 : 0;
        System.out.printf(
                "%-52s %8.1f %8.1f%s%n", name, millis[rounds / 2], p95, isSlow ? "  too slow" : "");
    }
}
