package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.CarryOutDisposal;
import dev.cordon.application.evidence.MakePackage;
import dev.cordon.application.evidence.SequenceLedger;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.pack.Packed;
import dev.cordon.infra.security.CallerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.springframework.context.ApplicationContext;

/** Packages of one incident, asked for, made and fetched over HTTP. */
final class PackageSteps {

    static final String WISH = "{\"purpose\":\"trial\",\"recipient\":\"Court of Hamburg\"}";

    private final ApplicationContext program;
    private final Api api;
    String carla = "";
    String incident = "";
    String first = "";
    String second = "";

    PackageSteps(ApplicationContext program) {
        this.program = program;
        this.api = program.getBean(Api.class);
    }

    /** An incident with two items. */
    void begin() {
        var shop = program.getBean(Shop.class);
        incident = "/api/v1/incidents/" + shop.incident(shop.open());
        carla = program.getBean(Tokens.class).of("carla", Role.INCIDENT_COMMANDER);
        first = upload("../../Été (1).html", "<script>alert('from the attacker')</script>");
        second = upload("con.log", "198.51.100.20 - - POST /my-account/ 200");
    }

    Api.Answer made() {
        var asked = ask(WISH);
        assertThat(asked.status()).isEqualTo(202);
        make(asked);
        return asked;
    }

    Api.Answer ask(String wish) {
        return ask(wish, UUID.randomUUID().toString());
    }

    Api.Answer ask(String wish, String key) {
        return api.post(incident + "/packages").token(carla).key(key).json(wish).send();
    }

    static String chosen(String item) {
        return "{\"items\":[\"%s\"],\"purpose\":\"trial\",\"recipient\":\"Court\"}"
                .formatted(item.substring(item.lastIndexOf('/') + 1));
    }

    Api.Answer list(String token) {
        return api.get(incident + "/packages").token(token).send();
    }

    static String content(Api.Answer made) {
        return made.header("Location") + "/content";
    }

    /** As the job and the ledger's clockwork do. */
    void make(Api.Answer asked) {
        var command =
                new MakePackage.Command(
                        new PackageId(UUID.fromString(asked.text("id"))), () -> true);
        var make = program.getBean(MakePackage.class);
        var sequence = program.getBean(SequenceLedger.class);
        run(AutomationPolicy.EVIDENCE_PACKER, () -> make.make(command));
        run(
                AutomationPolicy.LEDGER,
                () -> sequence.sequence(new SequenceLedger.Command(() -> true)));
        run(AutomationPolicy.EVIDENCE_PACKER, () -> make.make(command));
    }

    static void run(AutomationPolicy automation, Callable<?> work) {
        CallerContext.runAs(automation, () -> unchecked(work));
    }

    static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] download(Api.Answer made) throws Exception {
        return fetch(made).body();
    }

    HttpResponse<byte[]> fetch(Api.Answer made) throws Exception {
        return get(content(made));
    }

    HttpResponse<byte[]> get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
                            .header("Authorization", "Bearer " + carla)
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }

    PackedCustody stated(byte[] file) throws Exception {
        return ((Verdict.Intact) Packed.check(file, new Trusted(key(), null))).contents().custody();
    }

    String key() {
        return api.get("/api/v1/ledger/key").token(carla).send().http().body().strip();
    }

    List<String> actions(String item) {
        return StreamSupport.stream(
                        api.get(item + "/custody").token(carla).send().json().spliterator(), false)
                .map(link -> link.path("action").asString())
                .toList();
    }

    String upload(String name, String content) {
        return api.post(incident + "/evidence")
                .token(carla)
                .header("Cordon-Title", "the page")
                .header("Cordon-Source", "web1, /var/www")
                .header("Cordon-Purpose", "what was changed")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name))
                .bytes("application/octet-stream", content.getBytes(UTF_8))
                .send()
                .header("Location");
    }

    /** By two people, to the end. */
    void dispose(String item) {
        var kathrin = kathrin();
        api.post(item + "/disposal").token(carla).json("{\"purpose\":\"no need\"}").send();
        var seen = api.get(item).token(kathrin).send().header("ETag");
        assertThat(api.post(item + "/disposal/approve").token(kathrin).seen(seen).send().status())
                .isEqualTo(202);
        var disposal = program.getBean(CarryOutDisposal.class);
        run(
                AutomationPolicy.EVIDENCE_KEEPER,
                () -> {
                    disposal.carryOut(EvidenceId.of(item.substring(item.lastIndexOf('/') + 1)));
                    return true;
                });
    }

    String kathrin() {
        return program.getBean(Tokens.class).of("kathrin", Role.PRIVACY_OFFICER);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }
}
