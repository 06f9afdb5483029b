package dev.cordon.infra.database;

import dev.cordon.infra.database.DatabaseAccess.Login;
import dev.cordon.infra.folder.OwnerOnly;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL as a child process, with its data in a folder that is kept.
 *
 * <p>Passwords are asked for from the first moment. A server that an earlier run left behind is
 * stopped; a folder that another living program uses is refused.
 */
final class EmbeddedServer implements Closeable {

    static final String DATABASE = "cordon";

    /** What PostgreSQL has by default and the library would switch off. */
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final Path folder;
    private final Path binaries;
    private final Map<String, String> durability;
    private final FolderLock lock;
    private final ServerPasswords passwords;
    private EmbeddedPostgres server;

    /** Starts the server that keeps its data in the folder. */
    static EmbeddedServer start(Path folder, Path binaries, Map<String, String> durability) {
        try {
            return new EmbeddedServer(folder, binaries, durability);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL server in "
                            + folder
                            + " did not start: "
                            + e.getMessage()
                            + ". Its data was not touched. Its own log in data/log there says more.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL started", e);
        }
    }

    private EmbeddedServer(Path folder, Path binaries, Map<String, String> durability)
            throws IOException, SQLException, InterruptedException {
        this.folder = folder.toAbsolutePath();
        this.binaries = OwnerOnly.folder(binaries.toAbsolutePath());
        this.durability = durability;
        this.lock = FolderLock.of(this.folder);
        try {
            this.passwords = ServerPasswords.in(this.folder.resolve("passwords"));
            Orphan.stop(data());
            if (!Files.exists(data())) {
                initialize();
            }
            this.server = launch(data(), 0);
            ensureRoles();
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    DatabaseAccess access() {
        return passwords.access(url(DATABASE));
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    Connection administrator() throws SQLException {
        var login = passwords.administrator();
        return DriverManager.getConnection(url("postgres"), login.user(), login.password());
    }

    /** Stops the server and starts it again on the same port, as an update of its system would. */
    void restart() throws IOException {
        int port = server.getPort();
        server.close();
        server = launch(data(), port);
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.close();
    }

    /** Made beside its place and moved there whole: a half-made server is never started. */
    private void initialize() throws IOException {
        LOG.info("making a new PostgreSQL data folder folder={}", data());
        var fresh = folder.resolve("data.new");
        FileSystemUtils.deleteRecursively(fresh);
        launch(fresh, 0).close();
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.syncFolder(folder);
    }

    private EmbeddedPostgres launch(Path data, int port) throws IOException {
        var password = folder.resolve("initial-password");
        OwnerOnly.write(password, passwords.administrator().password());
        try {
            var builder =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setOverrideWorkingDirectory(binaries.toFile())
                            .setCleanDataDirectory(false)
                            // Spring stops it, after everything that still writes.
                            .setRegisterShutdownHook(false)
                            .setPort(port)
                            .setPGStartupWait(STARTUP)
                            // These reach initdb and outdo the library's own "trust".
                            .setLocaleConfig("auth-host", "scram-sha-256")
                            .setLocaleConfig("auth-local", "scram-sha-256")
                            .setLocaleConfig("pwfile", password.toString())
                            .setLocaleConfig("locale", "C")
                            .setConnectConfig("password", passwords.administrator().password())
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("unix_socket_directories", "")
                            .setServerConfig("password_encryption", "scram-sha-256")
                            .setServerConfig("max_connections", "100")
                            // A file for each day of the week, written over a week later.
                            .setServerConfig("logging_collector", "on")
                            .setServerConfig("log_filename", "server-%a.log")
                            .setServerConfig("log_truncate_on_rotation", "on");
            durability.forEach(builder::setServerConfig);
            return builder.start();
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private void ensureRoles() throws SQLException {
        try (var connection = administrator()) {
            var roles = new Roles(connection);
            roles.ensure(access());
            roles.ensureDatabase(DATABASE, access().owner());
            roles.admit(access().runtime(), DATABASE);
        }
    }

    Login administratorLogin() {
        return passwords.administrator();
    }

    private Path data() {
        return folder.resolve("data");
    }
}
