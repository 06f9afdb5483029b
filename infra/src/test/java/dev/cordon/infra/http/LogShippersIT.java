package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.domain.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log shippers that shops have follow a log and send it here: the programs themselves. */
@ApiTest
class LogShippersIT {

    private static final Path RSYSLOG = Path.of("/usr/sbin/rsyslogd");
    private static final List<Path> FLUENT_BITS =
            List.of(
                    Path.of("/opt/fluent-bit/bin/fluent-bit"),
                    Path.of("/usr/bin/fluent-bit"),
                    Path.of("/usr/local/bin/fluent-bit"));

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    @TempDir private Path folder;
    private Path log = Path.of("");
    private String adam = "";

    LogShippersIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @BeforeEach
    void aLog() throws IOException {
        adam = tokens.of("adam", Role.ADMINISTRATOR);
        log = Files.write(folder.resolve("access.log"), Shop.recordedAttack());
    }

    @Test
    void whatRsyslogFollowsIsWatchedLineByLine() throws Exception {
        assumeThat(RSYSLOG).as("the system has no rsyslogd to send with").isExecutable();
        var store = shop.open(SyslogDoors.RSYSLOG.source());
        var settings =
                """
                module(load="imfile")
                global(workDirectory="%1$s" maxMessageSize="64k")
                input(type="imfile" file="%2$s" tag="nginx")
                action(type="omfwd" target="127.0.0.1" port="%3$d" protocol="tcp"
                       tcp_framing="octet-counted" template="RSYSLOG_SyslogProtocol23Format"
                       queue.type="LinkedList" action.resumeRetryCount="-1")
                """
                        .formatted(folder, log, SyslogDoors.RSYSLOG.port());
        var file = Files.writeString(folder.resolve("rsyslog.conf"), settings);

        try (var unused = new Shipper(RSYSLOG, "-n", "-i", "NONE", "-f", file.toString())) {
            awaitAllOf(store);
        }
    }

    @Test
    void whatFluentBitFollowsIsWatchedLineByLine() throws Exception {
        var fluentBit = FLUENT_BITS.stream().filter(Files::isExecutable).findFirst();
        assumeThat(fluentBit).as("the system has no fluent-bit to send with").isPresent();
        var store = shop.open();
        var settings =
                """
                [SERVICE]
                    flush 1
                [INPUT]
                    name tail
                    path %s
                    read_from_head true
                [OUTPUT]
                    name http
                    match *
                    host 127.0.0.1
                    port %d
                    uri /ingest/v1/%s/events
                    format json
                    compress gzip
                    header Authorization Bearer %s
                """
                        .formatted(log, api.port(), store.source(), sender(store));
        var file = Files.writeString(folder.resolve("fluent-bit.conf"), settings);

        try (var unused = new Shipper(fluentBit.orElseThrow(), "-c", file.toString())) {
            awaitAllOf(store);
        }
    }

    private void awaitAllOf(Shop.InCare store) {
        var source = api.get("/api/v1/sources/" + store.source()).token(adam);
        await().untilAsserted(
                        () -> {
                            var counts = source.send().json().path("counts");
                            assertThat(counts.path("lines").asLong()).isEqualTo(lineCount());
                            assertThat(counts.path("understood").asLong()).isEqualTo(lineCount());
                        });
        var alerts = api.get("/api/v1/alerts?store=" + store.id()).token(adam);
        await().until(() -> alerts.send().json().at("/items/0/addresses").size() == 40);
    }

    private static long lineCount() {
        return new String(Shop.recordedAttack(), UTF_8).lines().count();
    }

    private String sender(Shop.InCare store) {
        return api.post("/api/v1/sources/" + store.source() + "/tokens")
                .token(adam)
                .json("{\"name\":\"fluent-bit\",\"days\":1}")
                .send()
                .text("secret");
    }

    /** A program that runs until it is no longer needed. */
    private static final class Shipper implements AutoCloseable {

        private final Process process;

        Shipper(Path program, String... arguments) throws IOException {
            var command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments));
            process = new ProcessBuilder(command.toList()).inheritIO().start();
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
