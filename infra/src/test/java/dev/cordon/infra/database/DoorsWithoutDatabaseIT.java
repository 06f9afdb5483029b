package dev.cordon.infra.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.detection.IssueSourceToken;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.people.IssueApiToken;
import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.application.people.StoreScopes;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.detection.WatchingProcess;
import dev.cordon.infra.detection.WatchingProgram;
import dev.cordon.infra.security.Grants;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What the HTTP doors answer while PostgreSQL is away: "not now" where the database has to be
 * asked, never "no". In passing, on a program without the public form: there is none.
 */
class DoorsWithoutDatabaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LINE =
            "192.0.2.7 - - [06/Oct/2026:06:00:00 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"-\"\n";
    private static final String LINES = "/ingest/v1/fjord-access/lines";
    private static final String ALERTS = "/api/v1/alerts";
    private static final String ALERT =
            """
            {"store": "%s", "source": "bank", "reference": "1", "title": "Odd", "severity": "HIGH"}
            """
                    .formatted(WatchingProcess.STORE);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir private Path folder;
    private int port;

    /** One person, who may send lines and report alerts. */
    @TestConfiguration(proxyBeanMethods = false)
    static class People {

        @Bean
        @Primary
        PeopleDirectory adam(StoreScopes scopes) {
            var grants = new Grants(scopes);
            return new PeopleDirectory() {
                @Override
                public List<Person> people() {
                    var roles = List.of(Role.ADMINISTRATOR.id(), Role.RESPONDER.id());
                    return List.of(new Person("adam", "adam", "", true, grants.of("adam", roles)));
                }

                @Override
                public Optional<Person> find(String username) {
                    return people().stream()
                            .filter(person -> person.username().equals(username))
                            .findFirst();
                }
            };
        }
    }

    @Test
    void aPersonsTokenHearsNotNowASendersIsTakenAndOneThatNobodyMadeHearsNo() throws Exception {
        try (var server =
                        EmbeddedServer.start(
                                folder.resolve("server"),
                                TestServer.programs(),
                                EmbeddedServer.DURABLE);
                var program = start(server.access())) {
            port = program.getEnvironment().getRequiredProperty("local.server.port", int.class);
            WatchingProcess.open(program);
            var person = as(() -> program.getBean(IssueApiToken.class).issue(everything()));
            var sender = as(() -> program.getBean(IssueSourceToken.class).issue(forTheLog()));
            assertThat(post("/report", "x", "shop=x&noticed=y").statusCode()).isNotEqualTo(200);
            assertThat(post(LINES, person.secret(), LINE).statusCode()).isEqualTo(200);

            Orphan.stop(folder.resolve("server").resolve("data"));

            assertNotNow(post(LINES, person.secret(), LINE));
            assertNotNow(post(ALERTS, person.secret(), ALERT));
            assertThat(post(LINES, "cordon_source_nobodys", LINE).statusCode()).isEqualTo(401);
            assertThat(kept(program)).isEqualTo(LINE.length());
            assertThat(post(LINES, sender.secret(), LINE).statusCode()).isEqualTo(200);
            assertThat(kept(program)).isEqualTo(2L * LINE.length());

            server.restart();
            await().atMost(PATIENCE)
                    .until(() -> post(ALERTS, person.secret(), ALERT).statusCode() == 201);
        }
    }

    private static void assertNotNow(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("Nothing was done. Try again").doesNotContain("jdbc");
    }

    private static IssueApiToken.Command everything() {
        return new IssueApiToken.Command(
                "test", EnumSet.allOf(Permission.class), StoreScope.ALL, Duration.ofDays(1));
    }

    private static IssueSourceToken.Command forTheLog() {
        return new IssueSourceToken.Command(WatchingProcess.LOG, "fluent-bit", Duration.ofDays(1));
    }

    private static <T> T as(Supplier<T> call) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken(
                                "adam", "", "ROLE_" + Role.ADMINISTRATOR.id()));
        try {
            return call.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private HttpResponse<String> post(String path, String token, String body)
            throws IOException, InterruptedException {
        var type =
                switch (path) {
                    case LINES -> "text/plain";
                    case ALERTS -> "application/json";
                    default -> "application/x-www-form-urlencoded";
                };
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static long kept(ConfigurableApplicationContext program) throws IOException {
        return program.getBean(LogSpool.class).kept(WatchingProcess.LOG).to();
    }

    private ConfigurableApplicationContext start(DatabaseAccess access) {
        return new SpringApplicationBuilder(
                        CordonServer.class, People.class, WatchingProgram.Step.class)
                .profiles("run")
                .run(
                        "--server.port=0",
                        "--cordon.database.url=" + access.url(),
                        "--cordon.database.user=" + access.runtime().user(),
                        "--cordon.database.password=" + access.runtime().password(),
                        "--cordon.database.owner=" + access.owner().user(),
                        "--cordon.database.owner-password=" + access.owner().password(),
                        "--cordon.data=" + folder.resolve("program"),
                        "--cordon.oidc.issuer=http://127.0.0.1:1/realms/cordon",
                        "--cordon.oidc.client-secret=unused",
                        "--cordon.oidc.directory-secret=unused",
                        "--cordon.sensors.every=1d",
                        "--db-scheduler.enabled=false");
    }
}
