package dev.cordon.infra.database;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.incident.Incidents;
import dev.cordon.domain.incident.Codename;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.IncidentTimes;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.incident.SeverityMatrix;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.PersistenceTestConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;

/** PostgreSQL goes away under the running program and comes back. */
class DatabaseRestartIT {

    /** Well below what a socket would wait for a silent server. */
    private static final Duration SECONDS = Duration.ofSeconds(60);

    @TempDir private static Path folder;

    private static EmbeddedServer server;
    private static ConfigurableApplicationContext program;

    private final Incidents incidents = program.getBean(Incidents.class);
    private final Acting acting = program.getBean(Acting.class);
    private boolean stopped;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(folder, TestServer.programs(), EmbeddedServer.DURABLE);
        var access = server.access();
        program =
                new SpringApplicationBuilder(PersistenceTestConfiguration.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--cordon.database.url=" + access.url(),
                                "--cordon.database.user=" + access.runtime().user(),
                                "--cordon.database.password=" + access.runtime().password(),
                                "--cordon.database.owner=" + access.owner().user(),
                                "--cordon.database.owner-password=" + access.owner().password(),
                                "--cordon.data=" + folder.resolve("program"),
                                // As in Spring's own test contexts.
                                "--spring.main.allow-bean-definition-overriding=true");
    }

    @AfterAll
    static void stop() throws IOException {
        program.close();
        server.close();
    }

    @AfterEach
    void startAgain() throws IOException {
        if (stopped) {
            restart();
        }
    }

    @Test
    void withoutADatabaseNothingIsStoredAndOnceItIsBackTheProgramGoesOn() throws IOException {
        var before = store(1);
        stopServer();

        assertThat(CompletableFuture.runAsync(() -> store(2)))
                .failsWithin(SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(CannotCreateTransactionException.class)
                .withRootCauseInstanceOf(ConnectException.class);
        restart();

        assertThat(incidents.find(before.id(), StoreScope.ALL)).contains(before);
        assertThat(incidents.find(id(2), StoreScope.ALL)).isEmpty();
        var after = store(2);
        assertThat(incidents.find(after.id(), StoreScope.ALL)).contains(after);
    }

    @Test
    void whatWasWrittenButNotCommittedIsNotThereAfterwards() throws IOException {
        var entries = timelineEntries();

        assertThatThrownBy(
                        () ->
                                acting.as(
                                        RITA,
                                        "EscalateAlert",
                                        () -> {
                                            incidents.save(declared(3));
                                            stopServer();
                                        }))
                .hasStackTraceContaining("terminating connection due to administrator command");
        restart();

        assertThat(incidents.find(id(3), StoreScope.ALL)).isEmpty();
        assertThat(timelineEntries()).isEqualTo(entries);
        store(3);
        assertThat(timelineEntries()).isEqualTo(entries + 1);
    }

    private Incident store(int number) {
        acting.as(RITA, "EscalateAlert", () -> incidents.save(declared(number)));
        return incidents.get(id(number), StoreScope.ALL);
    }

    private static Transition<Incident> declared(int number) {
        return Incident.declare(
                id(number),
                IncidentFixtures.FJORD,
                Reference.of(2026, number),
                Codename.of(number),
                "Credential stuffing",
                Mode.LIVE,
                SeverityMatrix.assess(IncidentFixtures.STUFFING),
                IncidentTimes.declared(NOON.minusSeconds(300), NOON.minusSeconds(60), NOON),
                RITA);
    }

    private static IncidentId id(int number) {
        return new IncidentId(new UUID(0, number));
    }

    private static int timelineEntries() {
        return program.getBean(JdbcClient.class)
                .sql("select count(*) from timeline_entry")
                .query(Integer.class)
                .single();
    }

    private void stopServer() {
        try {
            Orphan.stop(folder.resolve("data"));
            stopped = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void restart() throws IOException {
        server.restart();
        stopped = false;
    }
}
