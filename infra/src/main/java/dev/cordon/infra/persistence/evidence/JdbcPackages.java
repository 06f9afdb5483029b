package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.PackageWriter.Proven;
import dev.cordon.application.evidence.PackageWriter.Stated;
import dev.cordon.application.evidence.PackageWriter.Whole;
import dev.cordon.application.evidence.Packages;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.EvidencePackage.Fault;
import dev.cordon.domain.evidence.EvidencePackage.Phase;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Consequences;
import dev.cordon.infra.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPackages implements Packages {

    private static final String PACKAGES =
            """
            select p.*, r.at as recorded_at, r.digest, e.at as ended_at, e.fault,
                e.label, array(select i.item from evidence_package_item i where i.package = p.id
                    order by i.place) as items
            from evidence_package p
                left join evidence_package_record r on r.package = p.id
                left join evidence_package_end e on e.package = p.id
            """;

    private final JdbcClient jdbc;
    private final LedgerLeaves leaves;
    private final Consequences consequences;

    JdbcPackages(JdbcClient jdbc, LedgerLeaves leaves, Consequences consequences) {
        this.jdbc = jdbc;
        this.leaves = leaves;
        this.consequences = consequences;
    }

    @Override
    public void ask(Transition<EvidencePackage> change) {
        var asked = change.state();
        jdbc.sql(
                        """
                        insert into evidence_package (id, incident, store, whole, purpose, recipient,
                            asked_by, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(asked.id().value())
                .param(asked.incident().value())
                .param(asked.store().value())
                .param(asked.whole())
                .param(asked.purpose())
                .param(asked.recipient())
                .param(asked.by().reference())
                .param(Times.utc(asked.askedAt()))
                .update();
        jdbc.sql(
                        """
                        insert into evidence_package_item (package, place, item)
                        select ?, i.place, i.item
                        from unnest(?::uuid[]) with ordinality as i (item, place)
                        """)
                .param(asked.id().value())
                .param(asked.items().stream().map(EvidenceId::toString).toArray(String[]::new))
                .update();
        consequences.of(change);
    }

    @Override
    public void read(PackageId id, EvidenceId item, int crc) {
        jdbc.sql("insert into evidence_package_read (package, item, crc) values (?, ?, ?)")
                .param(id.value())
                .param(item.value())
                .param(crc)
                .update();
    }

    @Override
    public Map<EvidenceId, Integer> crcs(PackageId id) {
        var crcs = new HashMap<EvidenceId, Integer>();
        jdbc.sql("select item, crc from evidence_package_read where package = ?")
                .param(id.value())
                .query(
                        row -> {
                            crcs.put(
                                    new EvidenceId(row.getObject("item", UUID.class)),
                                    row.getInt("crc"));
                        });
        return crcs;
    }

    @Override
    public void record(Transition<EvidencePackage> change, LeafId leaf, Stated stated) {
        var made = change.state();
        if (!(made.phase() instanceof Phase.Recorded(var at, var digest))) {
            throw new IllegalArgumentException("what is recorded is in another phase");
        }
        jdbc.sql(
                        """
                        insert into evidence_package_record (package, at, leaf, digest)
                        values (?, ?, ?, ?)
                        """)
                .param(made.id().value())
                .param(at.toString())
                .param(leaf.value())
                .param(digest.hex())
                .update();
        jdbc.sql("insert into evidence_package_statement (package, custody) values (?, ?)")
                .param(made.id().value())
                .param(stated.custody())
                .update();
        stated.beside()
                .forEach(
                        (path, content) ->
                                jdbc.sql(
                                                """
                                                insert into evidence_package_file (package, path, content)
                                                values (?, ?, ?)
                                                """)
                                        .param(made.id().value())
                                        .param(path)
                                        .param(content)
                                        .update());
        leaves.add(
                new Leaf(
                        leaf,
                        Leaf.Kind.EVIDENCE_PACKAGE,
                        made.id().toString(),
                        digest,
                        at,
                        made.store()));
        consequences.of(change);
    }

    @Override
    public Optional<Recorded> recorded(PackageId id) {
        return jdbc.sql(
                        """
                        select leaf, custody from evidence_package_record
                            join evidence_package_statement using (package)
                        where package = ?
                        """)
                .param(id.value())
                .query(
                        (row, _) ->
                                new Recorded(
                                        new LeafId(row.getObject("leaf", UUID.class)),
                                        new Stated(row.getBytes("custody"), beside(id))))
                .optional();
    }

    private Map<String, byte[]> beside(PackageId id) {
        var files = new TreeMap<String, byte[]>();
        jdbc.sql("select path, content from evidence_package_file where package = ?")
                .param(id.value())
                .query(
                        row -> {
                            files.put(row.getString("path"), row.getBytes("content"));
                        });
        return files;
    }

    @Override
    public void destroyWords(EvidenceId item) {
        for (var table : List.of("evidence_package_file", "evidence_package_statement")) {
            jdbc.sql(
                            """
                            delete from %s where package in (
                                select package from evidence_package_item where item = ?)
                            """
                                    .formatted(table))
                    .param(item.value())
                    .update();
        }
    }

    @Override
    public void finish(EvidencePackage ready, Proven proven) {
        if (!(ready.phase() instanceof Phase.Ready(_, _, var at))) {
            throw new IllegalArgumentException("what is finished is in another phase");
        }
        jdbc.sql(
                        """
                        insert into evidence_package_end (package, at, proofs, checkpoint, key)
                        values (?, ?, ?, ?, ?)
                        """)
                .param(ready.id().value())
                .param(Times.utc(at))
                .param(proven.proofs())
                .param(proven.checkpoint())
                .param(proven.key())
                .update();
    }

    @Override
    public void fail(Transition<EvidencePackage> change) {
        var failed = change.state();
        if (!(failed.phase() instanceof Phase.Failed(var at, var fault, var label))) {
            throw new IllegalArgumentException("what fails is in another phase");
        }
        jdbc.sql(
                        """
                        insert into evidence_package_end (package, at, fault, label)
                        values (?, ?, ?, ?)
                        """)
                .param(failed.id().value())
                .param(Times.utc(at))
                .param(fault.name())
                .param(label)
                .update();
        consequences.of(change);
    }

    @Override
    public Optional<EvidencePackage> find(PackageId id, StoreScope scope) {
        return jdbc.sql(PACKAGES + " where p.id = ?")
                .param(id.value())
                .query(JdbcPackages::toDomain)
                .optional()
                .filter(found -> scope.covers(found.store()));
    }

    @Override
    public List<EvidencePackage> of(IncidentId incident) {
        return jdbc.sql(PACKAGES + " where p.incident = ? order by p.asked_at desc, p.id desc")
                .param(incident.value())
                .query(JdbcPackages::toDomain)
                .list();
    }

    @Override
    public Whole whole(PackageId id) {
        var stated = recorded(id).map(Recorded::stated);
        var proven =
                jdbc.sql(
                                """
                                select proofs, checkpoint, key from evidence_package_end
                                where package = ? and fault is null
                                """)
                        .param(id.value())
                        .query(
                                (row, _) ->
                                        new Proven(
                                                row.getBytes("proofs"),
                                                row.getString("checkpoint"),
                                                row.getString("key")))
                        .optional();
        if (stated.isEmpty() || proven.isEmpty()) {
            throw new NotFound("package " + id);
        }
        return new Whole(stated.get(), crcs(id), proven.get());
    }

    @Override
    public List<String> missing(int limit) {
        return jdbc.sql(
                        """
                        select subject from ledger_leaf where kind = ? and not exists (
                            select from evidence_package_record r join evidence_package p
                                on p.id = r.package
                            where r.package::text = subject)
                        order by subject limit ?
                        """)
                .param(Leaf.Kind.EVIDENCE_PACKAGE.name())
                .param(limit)
                .query(String.class)
                .list();
    }

    /**
     * Bound by what is stated: the files beside and the items, each and none more; for whom, why.
     */
    @Override
    public List<String> altered(int limit) {
        return jdbc
                .sql("select package from evidence_package_record order by package")
                .query(UUID.class)
                .list()
                .stream()
                .filter(this::isAltered)
                .limit(limit)
                .map(UUID::toString)
                .toList();
    }

    private boolean isAltered(UUID id) {
        return jdbc.sql(
                        """
                        select encode(l.content, 'hex') as content, r.digest, s.custody,
                            exists (select from evidence_package_item i join custody_entry c
                                on c.evidence = i.item and c.action = ?
                                where i.package = r.package) as may_be_gone
                        from evidence_package_record r
                            join evidence_package p on p.id = r.package
                            join ledger_leaf l on l.id = r.leaf and l.kind = ?
                                and l.subject = r.package::text and l.at = r.at
                                and l.store = p.store
                            left join evidence_package_statement s on s.package = r.package
                        where r.package = ?
                        """)
                .param(Action.DISPOSED.name())
                .param(Leaf.Kind.EVIDENCE_PACKAGE.name())
                .param(id)
                .query((row, _) -> isAltered(id, row))
                .optional()
                .orElse(true);
    }

    /** What was stated goes with the first item that is disposed of, and not before. */
    private boolean isAltered(UUID id, ResultSet row) throws SQLException {
        var digest = row.getString("digest");
        if (!digest.equals(row.getString("content"))) {
            return true;
        }
        var custody = row.getBytes("custody");
        return custody == null
                ? !row.getBoolean("may_be_gone")
                : !Sha256.of(custody).hex().equals(digest)
                        || !StatedFacts.in(custody).equals(Optional.of(kept(id)));
    }

    private StatedFacts kept(UUID id) {
        return jdbc.sql(PACKAGES + " where p.id = ?")
                .param(id)
                .query(
                        (row, _) ->
                                new StatedFacts(
                                        digests(id),
                                        Stream.of((UUID[]) row.getArray("items").getArray())
                                                .map(UUID::toString)
                                                .collect(Collectors.toSet()),
                                        row.getString("recipient"),
                                        row.getString("purpose"),
                                        row.getString("asked_by")))
                .single();
    }

    private Map<String, String> digests(UUID id) {
        var digests = new HashMap<String, String>();
        jdbc.sql(
                        """
                        select path, encode(sha256(content), 'hex') as digest
                        from evidence_package_file where package = ?
                        """)
                .param(id)
                .query(
                        row -> {
                            digests.put(row.getString("path"), row.getString("digest"));
                        });
        return digests;
    }

    private static EvidencePackage toDomain(ResultSet row, int index) throws SQLException {
        return new EvidencePackage(
                new PackageId(row.getObject("id", UUID.class)),
                new IncidentId(row.getObject("incident", UUID.class)),
                new StoreId(row.getObject("store", UUID.class)),
                row.getBoolean("whole"),
                items(row),
                row.getString("purpose"),
                row.getString("recipient"),
                new Actor.Person(Actor.of(row.getString("asked_by")).name()),
                Times.instant(row, "asked_at"),
                phase(row));
    }

    private static List<EvidenceId> items(ResultSet row) throws SQLException {
        var ids = (UUID[]) row.getArray("items").getArray();
        return List.of(ids).stream().map(EvidenceId::new).toList();
    }

    private static Phase phase(ResultSet row) throws SQLException {
        var ended = Times.instantOrNull(row, "ended_at");
        var fault = row.getString("fault");
        if (ended != null && fault != null) {
            return new Phase.Failed(ended, Fault.valueOf(fault), row.getString("label"));
        }
        var recorded = row.getString("recorded_at");
        if (recorded == null) {
            return new Phase.Asked();
        }
        var digest = new Sha256(row.getString("digest"));
        return ended == null
                ? new Phase.Recorded(Instant.parse(recorded), digest)
                : new Phase.Ready(Instant.parse(recorded), digest, ended);
    }
}
