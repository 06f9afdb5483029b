package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;

import dev.cordon.application.evidence.CheckpointKey;
import dev.cordon.application.evidence.CustodyChains;
import dev.cordon.application.evidence.LedgerByHand;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.StoredIncident;
import dev.cordon.infra.timestamp.Tsa;
import dev.cordon.infra.vault.MirrorFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Seven links of one chain, signed for at two, five and seven. */
abstract class SevenLinks {

    final EvidenceItem item = EvidenceFixtures.anItem();
    @Autowired LedgerParts parts;
    @Autowired CustodyChains chains;
    @Autowired StoredEvidence evidence;
    @Autowired Acting acting;
    @Autowired Emptied database;
    @Autowired private StoredIncident incident;
    LedgerByHand byHand;
    Instant now = NOON;
    @TempDir Path folder;
    Path share;
    Tsa tsa;

    @BeforeEach
    final void sevenLinks() throws IOException {
        database.empty();
        share = Files.createDirectory(folder.resolve("share"));
        tsa = new Tsa(folder, NOON);
        byHand = afterARestart(parts.key());
        incident.store();
        evidence.collect(item);
        asIfRevisionsWereNotRecordedYet();
        view(1);
        byHand.sequence();
        view(3);
        byHand.sequence();
        view(2);
        byHand.sequence();
    }

    @AfterEach
    final void stop() {
        tsa.close();
    }

    final LedgerByHand afterARestart(CheckpointKey key) {
        return parts.byHand(key, () -> now, tsa.stamps(), MirrorFolder.at(share));
    }

    /** So that the places of this table are those of one chain alone. */
    private void asIfRevisionsWereNotRecordedYet() {
        rewrite(
                """
                delete from ledger_waiting where leaf in (
                    select id from ledger_leaf where kind = 'REVISION');
                delete from ledger_leaf where kind = 'REVISION';
                insert into ledger_revisions_since select max(rev) from revision
                """);
    }

    final void putBackToFive() {
        rewrite(
                """
                delete from custody_words where evidence || '/' || seq in (
                    select subject from ledger_leaf l join ledger_entry e on e.leaf = l.id
                    where position >= 5);
                delete from custody_entry where evidence || '/' || seq in (
                    select subject from ledger_leaf l join ledger_entry e on e.leaf = l.id
                    where position >= 5);
                delete from ledger_leaf where id in (
                    select leaf from ledger_entry where position >= 5);
                delete from ledger_entry where position >= 5;
                delete from ledger_node where last >= 5;
                delete from ledger_checkpoint where size > 5
                """);
    }

    final void view(int times) {
        for (int i = 0; i < times; i++) {
            evidence.view(item.id(), now);
        }
    }

    final Standing standing() {
        return byHand.standing(new CustodyChain(item, chains.of(item.id())));
    }

    static LedgerFinding at(What what, long entry) {
        return new LedgerFinding(what, entry, entry, null);
    }

    /** As the owner of the tables, with the triggers away. */
    final void rewrite(String sql) {
        var tables =
                List.of(
                        "custody_entry",
                        "custody_words",
                        "ledger_anchor",
                        "ledger_leaf",
                        "ledger_entry",
                        "ledger_node",
                        "ledger_checkpoint",
                        "preservation_waiver",
                        "evidence_transfer",
                        "evidence_transfer_answer",
                        "watch_run");
        var all = new ArrayList<String>();
        tables.forEach(table -> all.add("alter table " + table + " disable trigger user"));
        all.add(sql);
        tables.forEach(table -> all.add("alter table " + table + " enable trigger user"));
        database.asOwner(String.join(";", all));
    }
}
