package dev.cordon.infra.keycloak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running Keycloak on loopback. Java is started directly and not by its script, so that there is
 * one process to end and no shell that outlives it.
 */
final class KeycloakProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakProcess.class);

    private static final Duration END = Duration.ofSeconds(20);

    private static final List<String> JVM =
            List.of(
                    "-Xms64m",
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Dfile.encoding=UTF-8",
                    "-Duser.language=en",
                    "-Duser.country=US",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                    "--add-opens=java.base/java.security=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED");

    private final KeycloakHome home;
    private final Process process;
    private final URI address;

    private KeycloakProcess(KeycloakHome home, Process process, URI address) {
        this.home = home;
        this.process = process;
        this.address = address;
    }

    /**
     * Starts a server and returns at once.
     *
     * @param environment what the imported realm's placeholders and Keycloak's settings name
     */
    static KeycloakProcess start(KeycloakHome home, int port, Map<String, String> environment)
            throws IOException {
        stopOrphan(home);
        requireFree(port);
        var address = URI.create("http://127.0.0.1:" + port);
        var command =
                Stream.of(
                                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")),
                                Stream.of(homeProperty(home)),
                                JVM.stream(),
                                Stream.of("-cp", home.program()),
                                Stream.of("io.quarkus.bootstrap.runner.QuarkusEntryPoint"),
                                options(address).stream())
                        .flatMap(part -> part)
                        .map(Object::toString)
                        .toList();
        var builder = new ProcessBuilder(command).directory(home.folder().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(home.log().toFile());
        var process = builder.start();
        Files.writeString(home.pid(), Long.toString(process.pid()));
        return new KeycloakProcess(home, process, address);
    }

    private static List<String> options(URI address) throws IOException {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + address.getPort(),
                "--hostname=" + address,
                "--http-management-port=" + freePort());
    }

    private static String homeProperty(KeycloakHome home) {
        return "-Dkc.home.dir=" + home.folder();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void requireFree(int port) throws IOException {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        } catch (IOException e) {
            throw new IOException(
                    "Port "
                            + port
                            + " is taken by another program, so Keycloak was not started. Set"
                            + " CORDON_KEYCLOAK_PORT to a free one.",
                    e);
        }
    }

    /** After a kill -9 of Cordon its Keycloak lives on, and keeps port and database locked. */
    private static void stopOrphan(KeycloakHome home) throws IOException {
        if (!Files.exists(home.pid())) {
            return;
        }
        long pid = Long.parseLong(Files.readString(home.pid()).strip());
        var found = ProcessHandle.of(pid).filter(process -> serves(process, home));
        if (found.isPresent()) {
            if (hasLivingOwner(found.get())) {
                throw new IOException(
                        "Another Cordon runs on the data folder "
                                + home.folder()
                                + ". Nothing was touched. End it first, or name another folder in"
                                + " CORDON_DATA.");
            }
            LOG.warn("stopping the Keycloak that an earlier run left behind pid={}", pid);
            end(found.get());
        }
        Files.delete(home.pid());
    }

    /** An orphan was given to init or a session's keeper; a living owner is a Java program. */
    private static boolean hasLivingOwner(ProcessHandle server) {
        return server.parent()
                .flatMap(parent -> parent.info().command())
                .map(command -> command.endsWith("java"))
                .orElse(false);
    }

    private static boolean serves(ProcessHandle found, KeycloakHome home) {
        return found.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(homeProperty(home)))
                .orElse(false);
    }

    /** Waits until the realm answers: the port opens long before the import ends. */
    void awaitRealm(String realm, Duration patience) throws IOException, InterruptedException {
        var question =
                HttpRequest.newBuilder(
                                address.resolve(
                                        "/realms/" + realm + "/.well-known/openid-configuration"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        var deadline = System.nanoTime() + patience.toNanos();
        try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (!answers(http, question)) {
                if (process.waitFor(300, TimeUnit.MILLISECONDS)) {
                    throw new IOException("Keycloak ended at its start; see " + home.log());
                }
                if (System.nanoTime() > deadline) {
                    throw new IOException(
                            "Keycloak did not answer within "
                                    + patience.toSeconds()
                                    + " s; see "
                                    + home.log());
                }
            }
        }
    }

    private static boolean answers(HttpClient http, HttpRequest question)
            throws InterruptedException {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    URI address() {
        return address;
    }

    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    /** Ends the server and everything it started; its data stay. */
    @Override
    public void close() {
        process.descendants().forEach(KeycloakProcess::end);
        end(process.toHandle());
        try {
            Files.deleteIfExists(home.pid());
        } catch (IOException e) {
            LOG.warn("could not delete {}", home.pid(), e);
        }
    }

    private static void end(ProcessHandle handle) {
        handle.destroy();
        var gone = handle.onExit().completeOnTimeout(handle, END.toSeconds(), TimeUnit.SECONDS);
        if (gone.join().isAlive()) {
            handle.destroyForcibly();
        }
    }
}
