package dev.cordon.infra.database;

import dev.cordon.infra.database.DatabaseAccess.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The server of this JVM's tests. A new database is a copy of one that was migrated once. */
final class TestServer {

    /** Test data may be lost in a power cut; the tests are done sooner. */
    static final Map<String, String> HASTY =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private static final Login OWNER = new Login("cordon_test_owner", "test-owner");
    private static final Login RUNTIME = new Login("cordon_test_runtime", "test-runtime");

    private static final class Chosen {
        static final TestServer SERVER = choose();
    }

    private final String server;
    private final Login administrator;
    private final String template;
    private final AtomicInteger databases = new AtomicInteger();

    private TestServer(String server, Login administrator) {
        this.server = server;
        this.administrator = administrator;
        this.template = "cordon_test_" + ProcessHandle.current().pid();
        try {
            prepareTemplate();
        } catch (SQLException e) {
            throw new IllegalStateException("the test database cannot be used: " + server, e);
        }
    }

    static TestServer instance() {
        return Chosen.SERVER;
    }

    private static TestServer choose() {
        var url = System.getenv("CORDON_TEST_DB_URL");
        if (url != null) {
            say("the server of CORDON_TEST_DB_URL");
            return new TestServer(
                    url.replaceFirst("/[^/]*$", "/"),
                    new Login(
                            System.getenv("CORDON_TEST_DB_USER"),
                            System.getenv("CORDON_TEST_DB_PASSWORD")));
        }
        if ("docker".equals(System.getenv("CORDON_TEST_DB"))) {
            say("Testcontainers");
            var container = new PostgreSQLContainer("postgres:18");
            container.start();
            return new TestServer(
                    container.getJdbcUrl().replaceFirst("/[^/]*$", "/"),
                    new Login(container.getUsername(), container.getPassword()));
        }
        say("embedded");
        var embedded = embedded();
        return new TestServer(embedded.url(""), embedded.administratorLogin());
    }

    private static EmbeddedServer embedded() {
        try {
            var folder = Files.createTempDirectory("cordon-test-postgresql");
            var server = EmbeddedServer.start(folder, programs(), HASTY);
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> {
                                        close(server);
                                        FileSystemUtils.deleteRecursively(folder.toFile());
                                    }));
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Unpacked once for all runs on this machine. */
    static Path programs() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "cordon-test-postgresql-programs-" + System.getProperty("user.name"));
    }

    private static void close(EmbeddedServer server) {
        try {
            server.close();
        } catch (IOException e) {
            e.printStackTrace();
        }
    }

    DatabaseAccess newDatabase() throws SQLException {
        var name = template + "_" + databases.incrementAndGet();
        try (var connection = administrator()) {
            execute(connection, "create database " + name + " template " + template);
            execute(connection, "alter database " + name + " owner to " + OWNER.user());
        }
        return access(name);
    }

    private void prepareTemplate() throws SQLException {
        try (var connection = administrator()) {
            var roles = new Roles(connection);
            roles.ensure(access(template));
            execute(connection, "drop database if exists " + template);
            roles.ensureDatabase(template, OWNER);
        }
        Flyway.configure()
                .dataSource(access(template).url(), OWNER.user(), OWNER.password())
                .placeholders(Map.of(DatabaseConfiguration.RUNTIME_PLACEHOLDER, RUNTIME.user()))
                .load()
                .migrate();
    }

    private DatabaseAccess access(String database) {
        return new DatabaseAccess(server + database, OWNER, RUNTIME);
    }

    private Connection administrator() throws SQLException {
        return DriverManager.getConnection(
                server + "postgres", administrator.user(), administrator.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void say(String choice) {
        System.out.println("test database: " + choice);
    }
}
