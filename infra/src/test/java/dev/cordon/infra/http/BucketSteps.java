package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.application.evidence.CarryOutDisposal;
import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.SequenceLedger;
import dev.cordon.application.evidence.SweepVault;
import dev.cordon.application.evidence.WatchIntegrity;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.security.CallerContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.ApplicationContext;

/** An item of evidence in the bucket, and what people and jobs do with it. */
final class BucketSteps {

    private final ApplicationContext program;
    private final Api api;
    String rita = "";
    String carla = "";
    String kathrin = "";
    IncidentId id = new IncidentId(new UUID(0, 0));
    String object = "";
    String item = "";
    private String incident = "";

    BucketSteps(ApplicationContext program) {
        this.program = program;
        this.api = program.getBean(Api.class);
    }

    /** Collects it, and has the ledger sign that. */
    void begin() {
        var shop = program.getBean(Shop.class);
        var tokens = program.getBean(Tokens.class);
        var raw = String.valueOf(shop.incident(shop.open()));
        incident = "/api/v1/incidents/" + raw;
        id = IncidentId.of(raw);
        rita = tokens.of("rita", Role.RESPONDER);
        carla = tokens.of("carla", Role.INCIDENT_COMMANDER);
        kathrin = tokens.of("kathrin", Role.PRIVACY_OFFICER);
        item = upload("203.0.113.9 asked for /my-account");
        object = object();
        sign();
    }

    String tree() throws IOException {
        var tree = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(tree)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write("a".getBytes(UTF_8));
        }
        return upload(tree.toByteArray(), "FILE_TREE");
    }

    void sign() {
        var sequence = program.getBean(SequenceLedger.class);
        run(
                () -> sequence.sequence(new SequenceLedger.Command(() -> true)),
                AutomationPolicy.LEDGER);
    }

    void sweep() {
        run(program.getBean(SweepVault.class)::sweep, AutomationPolicy.EVIDENCE_KEEPER);
    }

    void carryOut() {
        var disposal = program.getBean(CarryOutDisposal.class);
        run(
                () -> disposal.carryOut(EvidenceId.of(item.substring(item.lastIndexOf('/') + 1))),
                AutomationPolicy.EVIDENCE_KEEPER);
    }

    Sha256 store(String text) throws IOException {
        return program.getBean(EvidenceVault.class)
                .store(id, new ByteArrayInputStream(text.getBytes(UTF_8)), 1000)
                .content();
    }

    void watchAll() {
        var watch = program.getBean(WatchIntegrity.class);
        run(
                () -> {
                    Duration pause;
                    do {
                        pause = watch.watch(new WatchIntegrity.Command(() -> true));
                    } while (pause.isZero());
                },
                AutomationPolicy.LEDGER);
    }

    Api.Answer post(String verb, String token, String more) {
        return api.post(item + verb)
                .token(token)
                .json(
                        "{\"purpose\":\"for the case\"%s}"
                                .formatted(more.isEmpty() ? "" : "," + more))
                .send();
    }

    private interface Step {
        void take() throws IOException;
    }

    private static void run(Step step, AutomationPolicy automation) {
        CallerContext.runAs(
                automation,
                () -> {
                    try {
                        step.take();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private String object() {
        return BucketOfEvidence.STORAGE.names("content/" + id).iterator().next();
    }

    private String upload(String content) {
        return upload(content.getBytes(UTF_8), "FILE");
    }

    private String upload(byte[] content, String kind) {
        return api.post(incident + "/evidence")
                .token(rita)
                .header("Cordon-Title", "the page")
                .header("Cordon-Source", "web1, /var/www")
                .header("Cordon-Purpose", "what was changed")
                .header("Cordon-Kind", kind)
                .bytes("application/octet-stream", content)
                .send()
                .header("Location");
    }
}
