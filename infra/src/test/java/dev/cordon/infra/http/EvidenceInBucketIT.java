package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.database.OwnerConnection;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.s3.LockingS3;
import dev.cordon.infra.security.CallerContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/** The whole program with its evidence in a bucket that locks. */
@SpringBootTest(
        classes = CordonServer.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "cordon.oidc.issuer=http://127.0.0.1:1/realms/cordon",
            "cordon.oidc.client-secret=unused",
            "cordon.oidc.directory-secret=unused",
            "cordon.stores.loopback=true",
            "db-scheduler.enabled=false"
        })
@ActiveProfiles("run")
@ContextConfiguration(initializers = {TestDatabase.class, EvidenceInBucketIT.Bucket.class})
@Import({Team.class, Tokens.class, Api.class, Shop.class, TestClock.class, OwnerConnection.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@DirtiesContext
class EvidenceInBucketIT {

    private static final Duration DAY = Duration.ofDays(1);
    private static final LockingS3 STORAGE = storage();

    private static SecurityContextHolderStrategy before =
            SecurityContextHolder.getContextHolderStrategy();

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final EvidenceVault vault;
    private final WatchIntegrity watch;
    private final SweepVault sweep;
    private final SequenceLedger sequence;
    private final CarryOutDisposal carryOut;
    private final JdbcClient jdbc;
    private String rita = "";
    private String carla = "";
    private String kathrin = "";
    private IncidentId id = new IncidentId(new UUID(0, 0));
    private String incident = "";
    private String object = "";
    private String item = "";

    /** A bucket for the program under test. */
    static final class Bucket
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "cordon.vault.s3.endpoint=" + STORAGE.endpoint(),
                            "cordon.vault.s3.bucket=" + LockingS3.BUCKET,
                            "cordon.vault.s3.access-key=" + LockingS3.ACCESS,
                            "cordon.vault.s3.secret-key=" + LockingS3.SECRET,
                            "cordon.vault.s3.path-style=true")
                    .applyTo(context);
        }
    }

    /** Who acts is known to one program of this machine at a time. */
    @BeforeAll
    static void rememberTheOtherProgram() {
        before = SecurityContextHolder.getContextHolderStrategy();
    }

    @AfterAll
    static void giveItBack() {
        SecurityContextHolder.setContextHolderStrategy(before);
    }

    EvidenceInBucketIT(
            Api api,
            Tokens tokens,
            Shop shop,
            EvidenceVault vault,
            WatchIntegrity watch,
            SweepVault sweep,
            SequenceLedger sequence,
            CarryOutDisposal carryOut,
            JdbcClient jdbc) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.vault = vault;
        this.watch = watch;
        this.sweep = sweep;
        this.sequence = sequence;
        this.carryOut = carryOut;
        this.jdbc = jdbc;
    }

    private static LockingS3 storage() {
        try {
            return new LockingS3();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void anItem() {
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

    @Test
    void whatIsCollectedLiesEncryptedInTheBucketAndIsVerified() {
        var verdict = api.post(item + "/verify").token(rita).send();

        assertThat(verdict.text("result")).isEqualTo("INTACT");
        assertThat(object).startsWith("content/" + id + "/");
        assertThat(STORAGE.everything())
                .noneMatch(bytes -> new String(bytes, ISO_8859_1).contains("203.0.113.9"));
    }

    @Test
    void theWatchFindsWhatWasChangedThere() throws IOException {
        var before = STORAGE.bytes(object);
        STORAGE.overwrite(object, new byte[before.length]);

        watchAll();

        assertThat(api.post(item + "/verify").token(rita).send().text("result"))
                .isEqualTo("CONTENT_UNREADABLE");
        assertThat(api.get("/api/v1/alerts").token(carla).send().http().body())
                .contains("s3://evidence/" + object);
        STORAGE.overwrite(object, before);
    }

    @Test
    void sealKeepingAndHoldReachTheLock() {
        assertThat(STORAGE.lockedUntil(object)).isNull();

        assertThat(post("/seal", rita, "").status()).isEqualTo(204);
        var until = STORAGE.lockedUntil(object);
        assertThat(until).isAfter(Instant.now().plus(DAY.multipliedBy(3 * 365)));
        assertThat(STORAGE.tryDelete(object)).isFalse();

        var later = until.plus(DAY.multipliedBy(100));
        assertThat(post("/keep", carla, "\"until\":\"" + later + "\"").status()).isEqualTo(204);
        assertThat(STORAGE.lockedUntil(object)).isEqualTo(later);

        assertThat(post("/hold", carla, "\"matter\":\"Az. 1\"").status()).isEqualTo(204);
        assertThat(post("/hold", carla, "\"matter\":\"Az. 2\"").status()).isEqualTo(204);
        assertThat(STORAGE.isHeld(object)).isTrue();
        post("/release", kathrin, "\"matter\":\"Az. 1\"");
        assertThat(STORAGE.isHeld(object)).isTrue();
        post("/release", kathrin, "\"matter\":\"Az. 2\"");
        assertThat(STORAGE.isHeld(object)).isFalse();
    }

    @Test
    void aSealThatTheStorageRefusesIsNotRecordedAndCanBeSetAgain() {
        STORAGE.fail(
                (_, what) ->
                        what.contains("retention") ? LockingS3.Fault.BUSY : LockingS3.Fault.NONE);

        var refused = post("/seal", rita, "");

        STORAGE.fail((_, _) -> LockingS3.Fault.NONE);
        assertThat(refused.status()).isEqualTo(503);
        var shown = api.get(item).token(rita).send().json();
        assertThat(shown.at("/custody/sealedAt").isMissingNode()).isTrue();
        assertThat(api.get(item + "/custody").token(rita).send().json().size()).isEqualTo(1);
        assertThat(post("/seal", rita, "").status()).isEqualTo(204);
        assertThat(STORAGE.lockedUntil(object)).isNotNull();
    }

    @Test
    void aHoldThatTheStorageRefusesIsNotRecorded() {
        STORAGE.fail(
                (_, what) ->
                        what.contains("legal-hold") ? LockingS3.Fault.BUSY : LockingS3.Fault.NONE);

        var refused = post("/hold", carla, "\"matter\":\"Az. 1\"");

        STORAGE.fail((_, _) -> LockingS3.Fault.NONE);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(api.get(item + "/custody").token(rita).send().json().size()).isEqualTo(1);
    }

    @Test
    void disposalOfWhatIsLockedEndsItsKeyAtOnce() {
        post("/seal", rita, "");
        post("/disposal", carla, "");
        var seen = api.get(item).token(kathrin).send().header("ETag");
        api.post(item + "/disposal/approve").token(kathrin).header("If-Match", seen).send();

        run(
                () -> carryOut.carryOut(EvidenceId.of(item.substring(item.lastIndexOf('/') + 1))),
                AutomationPolicy.EVIDENCE_KEEPER);

        assertThat(STORAGE.names("content/" + id)).containsExactly(object);
        assertThat(STORAGE.names("keys/" + id)).hasSize(1);
        assertThat(new String(STORAGE.bytes(STORAGE.names("keys/" + id).iterator().next()), UTF_8))
                .endsWith("destroyed\n");
        assertThat(api.get(item + "/custody").token(rita).send().http().body())
                .contains("the encrypted bytes stay locked for a time");
    }

    @Test
    void contentThatBecameNoItemIsSweptAfterADay() throws IOException {
        STORAGE.pass(DAY.multipliedBy(-2));
        var nobodys = store("the program was killed before this was recorded");
        STORAGE.pass(DAY.multipliedBy(2));
        var fresh = store("somebody is about to record this");

        run(sweep::sweep, AutomationPolicy.EVIDENCE_KEEPER);

        assertThat(vault.rehash(id, nobodys)).isEmpty();
        assertThat(vault.rehash(id, fresh)).contains(fresh);
        assertThat(STORAGE.names("content/" + id)).hasSize(2).contains(object);
    }

    @Test
    void contentOfItemsThatTheDatabaseLostIsNotSweptAndRaisesAnAlert() throws IOException {
        assertThat(STORAGE.names("keys/" + id))
                .singleElement()
                .satisfies(
                        key ->
                                assertThat(new String(STORAGE.bytes(key), UTF_8))
                                        .endsWith("\nrecorded\n"));
        STORAGE.pass(DAY.multipliedBy(-2));
        var lost = store("the backup of the database is older than this");
        vault.recorded(id, lost);
        STORAGE.pass(DAY.multipliedBy(2));
        jdbc.sql("delete from integrity_watch where subject = 'vault'").update();

        run(sweep::sweep, AutomationPolicy.EVIDENCE_KEEPER);
        watchAll();

        assertThat(vault.rehash(id, lost)).contains(lost);
        var seen = api.get("/api/v1/evidence/watch").token(rita).send().json();
        assertThat(seen.at("/vault/difference/what").asString()).contains("put back");
        assertThat(api.get("/api/v1/alerts").token(carla).send().http().body())
                .contains("Evidence in the vault has no item");
        vault.destroy(id, lost);
    }

    @Test
    void aTreeKeepsItsManifestThatIsSealedAndHeldWithIt() throws IOException {
        STORAGE.pass(DAY.multipliedBy(-2));
        item = tree();
        STORAGE.pass(DAY.multipliedBy(2));
        sign();

        run(sweep::sweep, AutomationPolicy.EVIDENCE_KEEPER);

        assertThat(api.get(item + "/manifest").token(rita).send().status()).isEqualTo(200);
        var parts = new TreeSet<>(STORAGE.names("content/" + id));
        parts.remove(object);
        assertThat(parts).hasSize(2);
        assertThat(post("/seal", rita, "").status()).isEqualTo(204);
        var later = Instant.parse("2040-01-01T00:00:00Z");
        assertThat(post("/keep", carla, "\"until\":\"" + later + "\"").status()).isEqualTo(204);
        assertThat(parts).allMatch(part -> later.equals(STORAGE.lockedUntil(part)));
        assertThat(post("/hold", carla, "\"matter\":\"Az. 1\"").status()).isEqualTo(204);
        assertThat(parts).allMatch(STORAGE::isHeld);
        post("/release", kathrin, "\"matter\":\"Az. 1\"");
        assertThat(parts).noneMatch(STORAGE::isHeld);
    }

    private String tree() throws IOException {
        var tree = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(tree)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write("a".getBytes(UTF_8));
        }
        return upload(tree.toByteArray(), "FILE_TREE");
    }

    private void sign() {
        run(
                () -> sequence.sequence(new SequenceLedger.Command(() -> true)),
                AutomationPolicy.LEDGER);
    }

    @Test
    void contentOfAnIncidentThatNobodyKnowsIsNotSwept() throws IOException {
        var stranger = new IncidentId(new UUID(7, 7));
        STORAGE.pass(DAY.multipliedBy(-2));
        var content = vault.store(stranger, new ByteArrayInputStream(new byte[] {1}), 10).content();
        STORAGE.pass(DAY.multipliedBy(2));

        run(sweep::sweep, AutomationPolicy.EVIDENCE_KEEPER);

        assertThat(vault.rehash(stranger, content)).contains(content);
    }

    private Sha256 store(String text) throws IOException {
        return vault.store(id, new ByteArrayInputStream(text.getBytes(UTF_8)), 1000).content();
    }

    private void watchAll() {
        run(
                () -> {
                    Duration pause;
                    do {
                        pause = watch.watch(new WatchIntegrity.Command(() -> true));
                    } while (pause.isZero());
                },
                AutomationPolicy.LEDGER);
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
        return STORAGE.names("content/" + id).iterator().next();
    }

    private Api.Answer post(String verb, String token, String more) {
        return api.post(item + verb)
                .token(token)
                .json(
                        "{\"purpose\":\"for the case\"%s}"
                                .formatted(more.isEmpty() ? "" : "," + more))
                .send();
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
