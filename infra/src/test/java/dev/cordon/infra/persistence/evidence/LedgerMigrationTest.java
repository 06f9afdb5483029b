package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.LedgerByHand;
import dev.cordon.application.evidence.NoPackages;
import dev.cordon.application.evidence.NoRuns;
import dev.cordon.application.evidence.NoTransfers;
import dev.cordon.application.evidence.NoWaivers;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.infra.crypto.AnotherLedgerKey;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.timestamp.Tsa;
import dev.cordon.infra.vault.MirrorFolder;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database from before there was a ledger, with a chain of three links and a revision in it. */
class LedgerMigrationTest {

    private static final String SCHEMA = "older";
    private static final CustodyChain CHAIN = EvidenceFixtures.aChain(3);

    private final Map<String, String> settings = TestDatabase.properties();
    private final DriverManagerDataSource database = database();
    private final JdbcClient jdbc = JdbcClient.create(database);

    private DriverManagerDataSource database() {
        var url = settings.get("cordon.database.url");
        return new DriverManagerDataSource(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=" + SCHEMA + ",public",
                settings.get("cordon.database.owner"),
                settings.get("cordon.database.owner-password"));
    }

    @BeforeEach
    void aChainThatIsOlderThanTheLedger() {
        migrateTo("92");
        withoutForeignKeys("custody_entry");
        withoutForeignKeys("evidence_item");
        insertItem();
        CHAIN.links()
                .forEach(
                        link ->
                                jdbc.sql(
                                                """
                                                insert into custody_entry (evidence, seq, action,
                                                    actor, purpose, at, content, previous, hash)
                                                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                                """)
                                        .param(link.evidence().value())
                                        .param(link.seq())
                                        .param(link.action().name())
                                        .param(link.by().reference())
                                        .param(link.purpose())
                                        .param(link.at().toString())
                                        .param(link.content().hex())
                                        .param(link.previous().hex())
                                        .param(link.hash().hex())
                                        .update());
        jdbc.sql(
                        """
                        insert into revision (rev, at, actor, use_case, reason, events)
                        values (7, now(), 'person:rita', 'CollectEvidence', '', '')
                        """)
                .update();
    }

    @Test
    void itsLinksAreSequencedAndMissedFromThenOn() {
        migrateTo("latest");
        var byHand = byHand();
        byHand.sequence();

        var report = byHand.check();
        var standing = byHand.standing(CHAIN);
        jdbc.sql(
                        """
                        insert into custody_entry (evidence, seq, action, actor, purpose, at,
                            content, previous, hash)
                        select evidence, 4, action, actor, purpose, at, content, previous, hash
                        from custody_entry where seq = 3
                        """)
                .update();

        assertThat(report.entries()).isEqualTo(3);
        assertThat(report.findings()).isEmpty();
        assertThat(standing).isInstanceOf(Standing.Recorded.class);
        assertThat(byHand.check().findings())
                .containsExactly(
                        LedgerFinding.about(
                                What.CUSTODY_UNRECORDED, "link " + CHAIN.item().id() + "/4"));
    }

    private LedgerByHand byHand() {
        var ids = (Ids) UUID::randomUUID;
        var queue = new StaticListableBeanFactory(Map.of("queue", (LedgerQueue) () -> {}));
        var ledger = new JdbcLedger(jdbc);
        var lags = new JdbcLags(jdbc);
        var leaves = new LedgerLeaves(jdbc, ids, queue.getBeanProvider(LedgerQueue.class));
        return new LedgerByHand(
                ledger,
                new JdbcLedgerSequence(jdbc, ledger),
                AnotherLedgerKey.made(),
                new InlineUnitOfWork(),
                InstantSource.fixed(NOON),
                new LedgerByHand.Outside(
                        new JdbcAnchors(jdbc, leaves, ids),
                        Tsa.none(),
                        lags,
                        MirrorFolder.none(),
                        lags,
                        new RevisionLeaves(jdbc, ids, queue.getBeanProvider(LedgerQueue.class)),
                        new NoPackages(),
                        new NoWaivers(),
                        new NoTransfers(),
                        new NoRuns()));
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .placeholders(Map.of("runtime", settings.get("cordon.database.user")))
                .target(version)
                .load()
                .migrate();
    }

    /** The item stands for itself here, without store and incident. */
    private void withoutForeignKeys(String table) {
        jdbc.sql(
                        """
                        select conname from pg_constraint
                        where contype = 'f' and conrelid = (? || '.' || ?)::regclass
                        """)
                .param(SCHEMA)
                .param(table)
                .query(String.class)
                .list()
                .forEach(
                        name ->
                                jdbc.sql("alter table " + table + " drop constraint " + name)
                                        .update());
    }

    private void insertItem() {
        var item = CHAIN.item();
        jdbc.sql(
                        """
                        insert into evidence_item (id, version, incident, store, label, title,
                            original_name, content, size, acquired_by, acquired_at, method, tool,
                            source)
                        values (?, 0, ?, ?, ?, ?, ?, ?, ?, 'person:rita', now(), 'upload', 'tool',
                            'source')
                        """)
                .param(item.id().value())
                .param(item.incident().value())
                .param(FJORD.value())
                .param(item.label())
                .param(item.title())
                .param(item.originalName())
                .param(item.content().hex())
                .param(item.size())
                .update();
    }
}
