package dev.cordon.infra.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.infra.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody changes one byte in the vault while the mail server is away. The program finds it by
 * itself, with the jobs that always run, and one mail says so once the mail server is back.
 */
class TamperingPagedIT {

    private static final String LOOPBACK = "127.0.0.1";

    private final List<String> settings = new ArrayList<>();
    private final Path vault;
    private final int port = freePort();
    private EvidenceItem item;

    TamperingPagedIT() {
        var properties = TestDatabase.properties();
        properties.forEach((name, value) -> settings.add("--%s=%s".formatted(name, value)));
        settings.add("--test.smtp.port=" + port);
        vault = Path.of(properties.get("cordon.data"), "evidence");
    }

    @Test
    void whoCommandsGetsOneMailHoweverLongTheMailServerWasAway() throws Exception {
        collect();
        changeAByte();

        try (var program = KeepingProcess.here(settings, OnDuty.class)) {
            var jdbc = program.getBean(JdbcClient.class);
            await().atMost(Duration.ofMinutes(3)).until(() -> failures(jdbc) >= 13);

            var mail = new GreenMail(new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
            mail.start();
            try {
                await().atMost(Duration.ofMinutes(2)).until(() -> failures(jdbc) < 0);

                assertThat(mail.getReceivedMessages()).hasSize(1);
                var page = mail.getReceivedMessages()[0];
                assertThat(page.getAllRecipients()[0]).hasToString("Carla <carla@shop.example>");
                assertThat(page.getSubject()).contains(item.label(), "is not what it was");
                assertThat(page.getContent().toString()).contains("Hello Carla", "Guten Tag Carla");
                assertThat(paged(jdbc)).containsExactly("carla SENT");
            } finally {
                mail.stop();
            }
        }
    }

    /** Before anything is wrong; no job runs yet. */
    private void collect() {
        var still = new ArrayList<>(settings);
        still.add("--db-scheduler.enabled=false");
        try (var program = KeepingProcess.here(still)) {
            var steps = new EvidenceSteps(program);
            steps.declare();
            item = steps.collected(HeldIncidents.id(1));
            steps.sequence();
        }
    }

    private void changeAByte() throws IOException {
        var folder = vault.resolve("content").resolve(item.incident().toString());
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.delete(file);
                Files.write(file, bytes);
            }
        }
    }

    /** How often the page failed in a row; it is tried at once, as if time had passed. */
    private static int failures(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        update scheduled_tasks set execution_time = 'epoch', version = version + 1
                        where task_name = 'page-tampering' and not picked
                            and execution_time > now()
                        """)
                .update();
        return jdbc.sql(
                        """
                        select coalesce(max(consecutive_failures), -1) from scheduled_tasks
                        where task_name = 'page-tampering'
                        """)
                .query(Integer.class)
                .single();
    }

    private static List<String> paged(JdbcClient jdbc) {
        return jdbc.sql("select username || ' ' || outcome from paged").query(String.class).list();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
