package dev.cordon.infra.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.application.evidence.BeginUpload;
import dev.cordon.application.evidence.CheckLedger;
import dev.cordon.application.evidence.CollectEvidence;
import dev.cordon.application.evidence.DownloadPackage;
import dev.cordon.application.evidence.EvidenceQueries;
import dev.cordon.application.evidence.ExportPackage;
import dev.cordon.application.evidence.FinishUpload;
import dev.cordon.application.evidence.HoldEvidence;
import dev.cordon.application.evidence.MakePackage;
import dev.cordon.application.evidence.MakePackage.Progress;
import dev.cordon.application.evidence.PackageQueries;
import dev.cordon.application.evidence.ReleaseEvidence;
import dev.cordon.application.evidence.SealEvidence;
import dev.cordon.application.evidence.SendPiece;
import dev.cordon.application.evidence.SequenceLedger;
import dev.cordon.application.evidence.Upload;
import dev.cordon.application.evidence.Uploads;
import dev.cordon.application.evidence.VerifyEvidence;
import dev.cordon.application.evidence.WatchIntegrity;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.security.CallerContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What people and jobs do with evidence, in the program given. */
final class EvidenceSteps {

    private static final int UPLOADED = 2 * Upload.SMALLEST_PIECE + 1000;

    private final ApplicationContext program;

    interface Step<T> {
        T take() throws IOException;
    }

    EvidenceSteps(ApplicationContext program) {
        this.program = program;
    }

    void declare() {
        asCarla(
                () -> {
                    bean(HeldIncidents.class).declare(Work.values().length);
                    return true;
                });
    }

    /** What is there before the work begins. */
    void prepare(Work work) {
        switch (work.kind()) {
            case COLLECT, UPLOAD, ACQUIRE, SEQUENCE -> {}
            case SEAL -> collect(work.incident(), "only");
            case DISPOSE -> new EndingSteps(this).agreeOn(collected(work.incident()));
            case PACKAGE -> {
                collect(work.incident(), "first");
                collect(work.incident(), "second");
            }
        }
    }

    /** The work itself; done again, it goes on where it broke off. */
    void go(Work work) {
        switch (work.kind()) {
            case COLLECT -> collect(work.incident(), "only");
            case SEAL -> seal(work.incident());
            case PACKAGE -> makePackage(work.incident());
            case UPLOAD -> upload(work.incident());
            case ACQUIRE -> new AcquiringSteps(this).acquire(work.incident());
            case DISPOSE -> new EndingSteps(this).carryOut(items(work.incident()).getFirst());
            case SEQUENCE -> place(work.incident());
        }
    }

    private void place(IncidentId incident) {
        if (items(incident).isEmpty()) {
            collect(incident, "only");
        }
        sequence();
    }

    private void collect(IncidentId incident, String content) {
        var bytes = (incident + " " + content).getBytes(UTF_8);
        asCarla(
                () ->
                        bean(CollectEvidence.class)
                                .collect(
                                        command(incident),
                                        new ByteArrayInputStream(bytes),
                                        bytes.length));
    }

    EvidenceItem collected(IncidentId incident) {
        collect(incident, "only");
        return items(incident).getFirst();
    }

    void hold(EvidenceItem item) {
        asCarla(
                () -> {
                    bean(HoldEvidence.class)
                            .hold(new HoldEvidence.Command(item.id(), "Az. 1", "trial"));
                    return true;
                });
    }

    void release(EvidenceItem item) {
        asCarla(
                () -> {
                    bean(ReleaseEvidence.class)
                            .release(new ReleaseEvidence.Command(item.id(), "Az. 1", "it is over"));
                    return true;
                });
    }

    private static CollectEvidence.Command command(IncidentId incident) {
        return CollectEvidence.Command.file(incident, "A dump", "dump.bin", "the shop", "trial");
    }

    void seal(IncidentId incident) {
        var item = items(incident).getFirst();
        asCarla(
                () -> {
                    bean(SealEvidence.class).seal(new SealEvidence.Command(item.id(), "trial"));
                    return true;
                });
    }

    private void makePackage(IncidentId incident) {
        if (packages(incident).isEmpty()) {
            var command = new ExportPackage.Command(incident, List.of(), "trial", "Court");
            asCarla(() -> bean(ExportPackage.class).export(command));
        }
        var made = packages(incident).getFirst().id();
        for (int run = 0; run < 5; run++) {
            var progress =
                    as(
                            AutomationPolicy.EVIDENCE_PACKER,
                            () ->
                                    bean(MakePackage.class)
                                            .make(new MakePackage.Command(made, () -> true)));
            if (progress == Progress.OVER) {
                return;
            }
            sequence();
        }
        throw new IllegalStateException("the package is not made");
    }

    List<EvidencePackage> packages(IncidentId incident) {
        return asCarla(() -> bean(PackageQueries.class).of(incident)).stream()
                .map(PackageQueries.Shown::made)
                .toList();
    }

    byte[] download(EvidencePackage made) {
        return asCarla(
                () -> {
                    var out = new ByteArrayOutputStream();
                    bean(DownloadPackage.class).open(made.id()).content().writeTo(out);
                    return out.toByteArray();
                });
    }

    /** As a sender that heard no answer: asks what is there, and sends the rest. */
    private void upload(IncidentId incident) {
        var content = uploaded(incident);
        var id =
                begun(incident).stream()
                        .findFirst()
                        .map(Upload::id)
                        .orElseGet(
                                () ->
                                        asCarla(
                                                        () ->
                                                                bean(BeginUpload.class)
                                                                        .begin(
                                                                                new BeginUpload
                                                                                        .Command(
                                                                                        incident,
                                                                                        "dump.bin",
                                                                                        UPLOADED)))
                                                .id());
        for (var left = find(id); !left.isWhole(); left = find(id)) {
            int from = (int) left.received();
            var piece =
                    Arrays.copyOfRange(
                            content, from, Math.min(from + Upload.SMALLEST_PIECE, UPLOADED));
            asCarla(() -> bean(SendPiece.class).send(new SendPiece.Command(id, from, piece, null)));
        }
        asCarla(
                () ->
                        bean(FinishUpload.class)
                                .finish(new FinishUpload.Command(List.of(id), command(incident))));
    }

    static byte[] uploaded(IncidentId incident) {
        var content = new byte[UPLOADED];
        new Random(incident.value().getLeastSignificantBits()).nextBytes(content);
        return content;
    }

    List<Upload> begun(IncidentId incident) {
        return take(bean(Uploads.class)::all).stream()
                .filter(upload -> upload.incident().equals(incident))
                .toList();
    }

    private Upload find(UUID id) {
        return take(() -> bean(Uploads.class).find(id)).orElseThrow();
    }

    List<EvidenceItem> items(IncidentId incident) {
        return asCarla(() -> bean(EvidenceQueries.class).of(incident));
    }

    List<Action> actions(EvidenceItem item) {
        return asCarla(() -> bean(EvidenceQueries.class).custody(item.id())).stream()
                .map(CustodyEntry::action)
                .toList();
    }

    Verdict verify(EvidenceItem item) {
        return asCarla(
                        () ->
                                bean(VerifyEvidence.class)
                                        .verify(new VerifyEvidence.Command(item.id())))
                .verdict();
    }

    void sequence() {
        as(
                AutomationPolicy.LEDGER,
                () -> bean(SequenceLedger.class).sequence(new SequenceLedger.Command(() -> true)));
    }

    void watch() {
        Duration pause;
        do {
            pause =
                    as(
                            AutomationPolicy.LEDGER,
                            () ->
                                    bean(WatchIntegrity.class)
                                            .watch(new WatchIntegrity.Command(() -> true)));
        } while (pause.isZero());
    }

    List<LedgerFinding> ledgerFindings() {
        return asCarla(() -> bean(CheckLedger.class).check()).findings();
    }

    <T> T bean(Class<T> type) {
        return program.getBean(type);
    }

    static <T> T as(AutomationPolicy automation, Step<T> step) {
        return CallerContext.callAs(automation, () -> take(step));
    }

    static <T> T asCarla(Step<T> step) {
        return as("carla", Role.INCIDENT_COMMANDER, step);
    }

    static <T> T as(String person, Role role, Step<T> step) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken(
                                person, "", "ROLE_" + role.id(), "ROLE_" + Role.AUDITOR.id()));
        try {
            return take(step);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static <T> T take(Step<T> step) {
        try {
            return step.take();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
