package dev.cordon.infra.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.detection.IngestLines;
import dev.cordon.application.detection.IssueSourceToken;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.detection.SourceTokens;
import dev.cordon.domain.detection.intake.SourceToken;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.detection.WatchingProcess;
import dev.cordon.infra.detection.WatchingProgram;
import dev.cordon.infra.security.CallerContext;
import dev.cordon.infra.security.SourceTokenLogin;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** A sender with its source's token does not notice that PostgreSQL is away. */
class SendingWithoutDatabaseIT {

    private static final String SECRET = "cordon_source_of-the-test";
    private static final byte[] LINE =
            "192.0.2.7 - - [06/Oct/2026:06:00:00 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"-\"\n"
                    .getBytes(UTF_8);

    @TempDir private Path folder;

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void itsTokenIsAcceptedAndItsLinesAreKeptAndARevokedOneStaysRevoked() throws Exception {
        try (var database = new StoppableDatabase(folder.resolve("server"));
                var program = WatchingProcess.here(database.settings())) {
            WatchingProcess.open(program);
            issue(program, 1, SECRET);
            var revoked = issue(program, 2, SECRET + "-2");
            store(program, revoked.revoke(AutomationPolicy.DETECTION.actor(), now(program)));

            database.stop();

            var login = program.getBean(SourceTokenLogin.class);
            SecurityContextHolder.getContext().setAuthentication(login.login(SECRET).orElseThrow());
            var taken =
                    program.getBean(IngestLines.class)
                            .ingest(
                                    new IngestLines.Command(WatchingProcess.LOG, "one"),
                                    new ByteArrayInputStream(LINE));
            assertThat(taken.taken()).isEqualTo(LINE.length);
            assertThat(program.getBean(LogSpool.class).kept(WatchingProcess.LOG).to())
                    .isEqualTo(LINE.length);
            assertThat(login.login(SECRET + "-2")).isEmpty();
            assertThat(login.login(SECRET + "-3")).isEmpty();
        }
    }

    private static SourceToken issue(
            ConfigurableApplicationContext program, int number, String secret) {
        store(
                program,
                SourceToken.issue(
                        new UUID(0, number),
                        WatchingProcess.LOG,
                        "sender " + number,
                        IssueSourceToken.hashOf(secret),
                        AutomationPolicy.DETECTION.actor(),
                        now(program),
                        Duration.ofDays(1)));
        return CallerContext.callAs(
                AutomationPolicy.DETECTION,
                () ->
                        program.getBean(WatchingProgram.Step.class)
                                .take(
                                        () ->
                                                program.getBean(SourceTokens.class)
                                                        .find(new UUID(0, number))
                                                        .orElseThrow()));
    }

    private static void store(
            ConfigurableApplicationContext program, Transition<SourceToken> change) {
        var unused =
                CallerContext.callAs(
                        AutomationPolicy.DETECTION,
                        () ->
                                program.getBean(WatchingProgram.Step.class)
                                        .take(
                                                () -> {
                                                    program.getBean(SourceTokens.class)
                                                            .save(change);
                                                    return true;
                                                }));
    }

    private static Instant now(ConfigurableApplicationContext program) {
        return program.getBean(InstantSource.class).instant();
    }
}
