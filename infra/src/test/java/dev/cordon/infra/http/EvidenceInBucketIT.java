package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.database.OwnerConnection;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.s3.LockingS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
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
@ContextConfiguration(initializers = {TestDatabase.class, BucketOfEvidence.class})
@Import({Team.class, Tokens.class, Api.class, Shop.class, TestClock.class, OwnerConnection.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@DirtiesContext
class EvidenceInBucketIT {

    private static final Duration DAY = Duration.ofDays(1);
    private static final LockingS3 STORAGE = BucketOfEvidence.STORAGE;

    private static SecurityContextHolderStrategy before =
            SecurityContextHolder.getContextHolderStrategy();

    private final Api api;
    private final EvidenceVault vault;
    private final JdbcClient jdbc;
    private final BucketSteps evidence;

    /** Who acts is known to one program of this machine at a time. */
    @BeforeAll
    static void rememberTheOtherProgram() {
        before = SecurityContextHolder.getContextHolderStrategy();
    }

    @AfterAll
    static void giveItBack() {
        SecurityContextHolder.setContextHolderStrategy(before);
    }

    EvidenceInBucketIT(Api api, EvidenceVault vault, JdbcClient jdbc, ApplicationContext program) {
        this.api = api;
        this.vault = vault;
        this.jdbc = jdbc;
        this.evidence = new BucketSteps(program);
    }

    @BeforeEach
    void anItem() {
        evidence.begin();
    }

    @Test
    void whatIsCollectedLiesEncryptedInTheBucketAndIsVerified() {
        var verdict = api.post(evidence.item + "/verify").token(evidence.rita).send();

        assertThat(verdict.text("result")).isEqualTo("INTACT");
        assertThat(evidence.object).startsWith("content/" + evidence.id + "/");
        assertThat(STORAGE.everything())
                .noneMatch(bytes -> new String(bytes, ISO_8859_1).contains("203.0.113.9"));
    }

    @Test
    void theWatchFindsWhatWasChangedThere() throws IOException {
        var before = STORAGE.bytes(evidence.object);
        STORAGE.overwrite(evidence.object, new byte[before.length]);

        evidence.watchAll();

        assertThat(api.post(evidence.item + "/verify").token(evidence.rita).send().text("result"))
                .isEqualTo("CONTENT_UNREADABLE");
        assertThat(api.get("/api/v1/alerts").token(evidence.carla).send().http().body())
                .contains("s3://evidence/" + evidence.object);
        STORAGE.overwrite(evidence.object, before);
    }

    @Test
    void sealKeepingAndHoldReachTheLock() {
        assertThat(STORAGE.lockedUntil(evidence.object)).isNull();

        assertThat(evidence.post("/seal", evidence.rita, "").status()).isEqualTo(204);
        var until = STORAGE.lockedUntil(evidence.object);
        assertThat(until).isAfter(Instant.now().plus(DAY.multipliedBy(3 * 365)));
        assertThat(STORAGE.tryDelete(evidence.object)).isFalse();

        var later = until.plus(DAY.multipliedBy(100));
        assertThat(evidence.post("/keep", evidence.carla, "\"until\":\"" + later + "\"").status())
                .isEqualTo(204);
        assertThat(STORAGE.lockedUntil(evidence.object)).isEqualTo(later);

        assertThat(evidence.post("/hold", evidence.carla, "\"matter\":\"Az. 1\"").status())
                .isEqualTo(204);
        assertThat(evidence.post("/hold", evidence.carla, "\"matter\":\"Az. 2\"").status())
                .isEqualTo(204);
        assertThat(STORAGE.isHeld(evidence.object)).isTrue();
        evidence.post("/release", evidence.kathrin, "\"matter\":\"Az. 1\"");
        assertThat(STORAGE.isHeld(evidence.object)).isTrue();
        evidence.post("/release", evidence.kathrin, "\"matter\":\"Az. 2\"");
        assertThat(STORAGE.isHeld(evidence.object)).isFalse();
    }

    @Test
    void aSealThatTheStorageRefusesIsNotRecordedAndCanBeSetAgain() {
        STORAGE.fail(
                (_, what) ->
                        what.contains("retention") ? LockingS3.Fault.BUSY : LockingS3.Fault.NONE);

        var refused = evidence.post("/seal", evidence.rita, "");

        STORAGE.fail((_, _) -> LockingS3.Fault.NONE);
        assertThat(refused.status()).isEqualTo(503);
        var shown = api.get(evidence.item).token(evidence.rita).send().json();
        assertThat(shown.at("/custody/sealedAt").isMissingNode()).isTrue();
        assertThat(api.get(evidence.item + "/custody").token(evidence.rita).send().json().size())
                .isEqualTo(1);
        assertThat(evidence.post("/seal", evidence.rita, "").status()).isEqualTo(204);
        assertThat(STORAGE.lockedUntil(evidence.object)).isNotNull();
    }

    @Test
    void aHoldThatTheStorageRefusesIsNotRecorded() {
        STORAGE.fail(
                (_, what) ->
                        what.contains("legal-hold") ? LockingS3.Fault.BUSY : LockingS3.Fault.NONE);

        var refused = evidence.post("/hold", evidence.carla, "\"matter\":\"Az. 1\"");

        STORAGE.fail((_, _) -> LockingS3.Fault.NONE);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(api.get(evidence.item + "/custody").token(evidence.rita).send().json().size())
                .isEqualTo(1);
    }

    @Test
    void disposalOfWhatIsLockedEndsItsKeyAtOnce() {
        evidence.post("/seal", evidence.rita, "");
        evidence.post("/disposal", evidence.carla, "");
        var seen = api.get(evidence.item).token(evidence.kathrin).send().header("ETag");
        api.post(evidence.item + "/disposal/approve")
                .token(evidence.kathrin)
                .header("If-Match", seen)
                .send();

        evidence.carryOut();

        assertThat(STORAGE.names("content/" + evidence.id)).containsExactly(evidence.object);
        assertThat(STORAGE.names("keys/" + evidence.id)).hasSize(1);
        assertThat(
                        new String(
                                STORAGE.bytes(
                                        STORAGE.names("keys/" + evidence.id).iterator().next()),
                                UTF_8))
                .endsWith("destroyed\n");
        assertThat(api.get(evidence.item + "/custody").token(evidence.rita).send().http().body())
                .contains("the encrypted bytes stay locked for a time");
    }

    @Test
    void contentThatBecameNoItemIsSweptAfterADay() throws IOException {
        STORAGE.pass(DAY.multipliedBy(-2));
        var nobodys = evidence.store("the program was killed before this was recorded");
        STORAGE.pass(DAY.multipliedBy(2));
        var fresh = evidence.store("somebody is about to record this");

        evidence.sweep();

        assertThat(vault.rehash(evidence.id, nobodys)).isEmpty();
        assertThat(vault.rehash(evidence.id, fresh)).contains(fresh);
        assertThat(STORAGE.names("content/" + evidence.id)).hasSize(2).contains(evidence.object);
    }

    @Test
    void contentOfItemsThatTheDatabaseLostIsNotSweptAndRaisesAnAlert() throws IOException {
        assertThat(STORAGE.names("keys/" + evidence.id))
                .singleElement()
                .satisfies(
                        key ->
                                assertThat(new String(STORAGE.bytes(key), UTF_8))
                                        .endsWith("\nrecorded\n"));
        STORAGE.pass(DAY.multipliedBy(-2));
        var lost = evidence.store("the backup of the database is older than this");
        vault.recorded(evidence.id, lost);
        STORAGE.pass(DAY.multipliedBy(2));
        jdbc.sql("delete from integrity_watch where subject = 'vault'").update();

        evidence.sweep();
        evidence.watchAll();

        assertThat(vault.rehash(evidence.id, lost)).contains(lost);
        var seen = api.get("/api/v1/evidence/watch").token(evidence.rita).send().json();
        assertThat(seen.at("/vault/difference/what").asString()).contains("put back");
        assertThat(api.get("/api/v1/alerts").token(evidence.carla).send().http().body())
                .contains("Evidence in the vault has no item");
        vault.destroy(evidence.id, lost);
    }

    @Test
    void aTreeKeepsItsManifestThatIsSealedAndHeldWithIt() throws IOException {
        STORAGE.pass(DAY.multipliedBy(-2));
        evidence.item = evidence.tree();
        STORAGE.pass(DAY.multipliedBy(2));
        evidence.sign();

        evidence.sweep();

        assertThat(api.get(evidence.item + "/manifest").token(evidence.rita).send().status())
                .isEqualTo(200);
        var parts = new TreeSet<>(STORAGE.names("content/" + evidence.id));
        parts.remove(evidence.object);
        assertThat(parts).hasSize(2);
        assertThat(evidence.post("/seal", evidence.rita, "").status()).isEqualTo(204);
        var later = Instant.parse("2040-01-01T00:00:00Z");
        assertThat(evidence.post("/keep", evidence.carla, "\"until\":\"" + later + "\"").status())
                .isEqualTo(204);
        assertThat(parts).allMatch(part -> later.equals(STORAGE.lockedUntil(part)));
        assertThat(evidence.post("/hold", evidence.carla, "\"matter\":\"Az. 1\"").status())
                .isEqualTo(204);
        assertThat(parts).allMatch(STORAGE::isHeld);
        evidence.post("/release", evidence.kathrin, "\"matter\":\"Az. 1\"");
        assertThat(parts).noneMatch(STORAGE::isHeld);
    }

    @Test
    void contentOfAnIncidentThatNobodyKnowsIsNotSwept() throws IOException {
        var stranger = new IncidentId(new UUID(7, 7));
        STORAGE.pass(DAY.multipliedBy(-2));
        var content = vault.store(stranger, new ByteArrayInputStream(new byte[] {1}), 10).content();
        STORAGE.pass(DAY.multipliedBy(2));

        evidence.sweep();

        assertThat(vault.rehash(stranger, content)).contains(content);
    }
}
