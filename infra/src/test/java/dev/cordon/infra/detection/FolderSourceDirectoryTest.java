package dev.cordon.infra.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.detection.IssueSourceToken;
import dev.cordon.application.detection.SourceDirectory.Contents;
import dev.cordon.domain.detection.DetectionFixtures;
import dev.cordon.domain.detection.intake.HmacScheme;
import dev.cordon.domain.detection.intake.PaymentFact;
import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.detection.intake.PaymentSecret;
import dev.cordon.domain.detection.intake.SourceLimit;
import dev.cordon.domain.detection.intake.SourceToken;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceDirectoryTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String SECRET = "cordon_source_something-nobody-guesses";
    private static final SourceToken TOKEN =
            SourceToken.issue(
                            new UUID(0, 1),
                            DetectionFixtures.SOURCE.id(),
                            "fluent-bit",
                            IssueSourceToken.hashOf(SECRET),
                            DetectionFixtures.RITA,
                            NOON,
                            Duration.ofDays(30))
                    .state();
    private static final SourceLimit LIMIT =
            new SourceLimit(DetectionFixtures.SOURCE.id(), 4096, 8192, Version.NEW);

    private static final PaymentSecret MOLLIE =
            PaymentSecret.add(
                            new UUID(0, 7),
                            DetectionFixtures.SOURCE.id(),
                            PaymentProvider.MOLLIE,
                            "AaBbCc==",
                            null,
                            DetectionFixtures.RITA,
                            NOON)
                    .state();
    private static final PaymentSecret DESCRIBED =
            PaymentSecret.add(
                            new UUID(0, 8),
                            DetectionFixtures.SOURCE.id(),
                            PaymentProvider.HMAC,
                            "DdEeFf==",
                            new HmacScheme(
                                    "X-Pay-Signature",
                                    "",
                                    HmacScheme.Encoding.HEX,
                                    null,
                                    HmacScheme.USUAL_TOLERANCE,
                                    new HmacScheme.Places(
                                            "/id", "/type", null, null, null, null, null, null,
                                            null),
                                    Map.of("declined", PaymentFact.PAYMENT_FAILED)),
                            DetectionFixtures.RITA,
                            NOON)
                    .state();

    @TempDir private Path folder;

    @Test
    void afterAStartItIsThereWithoutTheDatabase() {
        var before = directory();
        before.put(DetectionFixtures.SOURCE);
        before.put(TOKEN);
        before.put(LIMIT);

        var after = directory();

        assertThat(after.find(DetectionFixtures.SOURCE.id())).contains(DetectionFixtures.SOURCE);
        assertThat(after.tokenWith(IssueSourceToken.hashOf(SECRET))).contains(TOKEN);
        assertThat(after.limitOf(DetectionFixtures.SOURCE.id())).isEqualTo(LIMIT);
    }

    @Test
    void itsFileIsTheOwnersAloneAndHoldsNoSecret() throws IOException {
        directory().put(TOKEN);

        var file = folder.resolve("sources.json");

        assertThat(OwnerOnly.isOpenToOthers(file)).isFalse();
        assertThat(Files.readString(file)).doesNotContain(SECRET).contains("fluent-bit");
    }

    @Test
    void whatWebhooksAreCheckedWithIsThereAfterAStartAndAsItWasSealed() {
        var before = directory();
        before.put(MOLLIE);
        before.put(DESCRIBED);

        var after = directory();

        assertThat(after.secretsOf(MOLLIE.source(), PaymentProvider.MOLLIE))
                .containsExactly(MOLLIE);
        assertThat(after.secretsOf(MOLLIE.source(), PaymentProvider.HMAC))
                .containsExactly(DESCRIBED);
        assertThat(after.secretsOf(MOLLIE.source(), PaymentProvider.STRIPE)).isEmpty();
        assertThat(after.secretsOf(new SourceId("another"), PaymentProvider.MOLLIE)).isEmpty();
    }

    @Test
    void aSecretThatWasRemovedIsForgottenHereToo() throws IOException {
        var directory = directory();
        directory.put(MOLLIE);

        directory.put(MOLLIE.remove(DetectionFixtures.RITA, NOON).state());

        assertThat(directory.secretsOf(MOLLIE.source(), PaymentProvider.MOLLIE)).isEmpty();
        assertThat(Files.readString(folder.resolve("sources.json")))
                .doesNotContain(MOLLIE.sealed());
    }

    @Test
    void aFileOfATimeWithoutSecretsIsReadAsItIs() throws IOException {
        directory().put(TOKEN);
        var file = folder.resolve("sources.json");
        Files.writeString(file, Files.readString(file).replace(",\"secrets\":[]", ""));

        assertThat(Files.readString(file)).doesNotContain("secrets");
        assertThat(directory().tokenWith(IssueSourceToken.hashOf(SECRET))).contains(TOKEN);
    }

    @Test
    void aDamagedFileIsFilledAgain() throws IOException {
        Files.writeString(folder.resolve("sources.json"), "{\"sources\":[{\"id\":7}");

        var directory = directory();
        directory.refresh(
                new Contents(
                        List.of(DetectionFixtures.SOURCE),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                directory.changes());

        assertThat(directory().contents().sources()).containsExactly(DetectionFixtures.SOURCE);
    }

    @Test
    void whatWasReadBeforeARevocationDoesNotUndoIt() {
        var directory = directory();
        directory.put(TOKEN);
        long seen = directory.changes();
        var readEarly = directory.contents();
        directory.put(TOKEN.revoke(DetectionFixtures.RITA, NOON).state());

        directory.refresh(readEarly, seen);

        assertThat(directory.tokenWith(IssueSourceToken.hashOf(SECRET)).orElseThrow().revoked())
                .isTrue();
    }

    @Test
    void whatWasBeforeARevocationDoesNotOpenTheTokenLate() {
        var directory = directory();
        directory.put(TOKEN.revoke(DetectionFixtures.RITA, NOON).state());
        directory.put(MOLLIE.remove(DetectionFixtures.RITA, NOON).state());

        directory.put(TOKEN);
        directory.put(MOLLIE);

        assertThat(directory.tokenWith(IssueSourceToken.hashOf(SECRET)).orElseThrow().revoked())
                .isTrue();
        assertThat(directory.secretsOf(MOLLIE.source(), PaymentProvider.MOLLIE)).isEmpty();
    }

    @Test
    void anOlderLimitThatComesLateChangesNothing() {
        var directory = directory();
        var later = new SourceLimit(LIMIT.source(), 5000, 9000, LIMIT.version().next());
        directory.put(later);

        directory.put(LIMIT);

        assertThat(directory.limitOf(LIMIT.source())).isEqualTo(later);
    }

    @Test
    void whenATokenWasLastUsedOutlivesAStartAndIsNotedOncePerMinute() {
        var directory = directory();
        directory.used(TOKEN.id(), NOON);
        directory.used(TOKEN.id(), NOON.plusSeconds(30));

        assertThat(directory().lastUsedAt(TOKEN.id())).contains(NOON);
        directory.used(TOKEN.id(), NOON.plusSeconds(60));
        assertThat(directory().lastUsedAt(TOKEN.id())).contains(NOON.plusSeconds(60));
        assertThat(directory.lastUsedAt(new UUID(0, 2))).isEmpty();
    }

    private FolderSourceDirectory directory() {
        return new FolderSourceDirectory(folder);
    }
}
