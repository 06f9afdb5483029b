package dev.cordon.infra.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.infra.database.DatabaseAccess.Login;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir Path folder;

    @Test
    void dataOutlivesARestartOfTheProgram() throws Exception {
        try (var server = start()) {
            execute(server.access().owner(), server, "create table kept (word text)");
            execute(server.access().owner(), server, "insert into kept values ('still here')");
        }

        try (var again = start()) {
            assertThat(ask(again.access().owner(), again, "select word from kept"))
                    .isEqualTo("still here");
        }
    }

    @Test
    void whatIsCommittedIsOnTheDisk() throws Exception {
        try (var server = start()) {
            var owner = server.access().owner();

            assertThat(ask(owner, server, "show fsync")).isEqualTo("on");
            assertThat(ask(owner, server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(owner, server, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void nobodyLogsInWithoutThePassword() throws Exception {
        try (var server = start()) {
            var rules = Files.readAllLines(folder.resolve("data/pg_hba.conf"));

            assertThat(rules)
                    .filteredOn(rule -> !rule.isBlank() && !rule.startsWith("#"))
                    .isNotEmpty()
                    .allMatch(rule -> rule.endsWith("scram-sha-256"));
            for (var role : List.of("postgres", "cordon_owner", "cordon_runtime")) {
                assertThatThrownBy(() -> connect(new Login(role, "guess"), server))
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void passwordsAreTheOwnersAloneAndOneThatIsOpenIsRefused() throws Exception {
        start().close();
        var passwords = folder.resolve("passwords");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("initial-password")).doesNotExist();

        Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(this::start).hasMessageContaining("chmod 600");
    }

    @Test
    void listensOnTheLoopbackAddressAlone() throws Exception {
        try (var server = start()) {
            var port = URI.create(server.url("x").substring("jdbc:".length())).getPort();

            assertThat(ask(server.access().owner(), server, "show listen_addresses"))
                    .isEqualTo("127.0.0.1");
            for (var address : addressesOfThisMachine()) {
                assertThatThrownBy(() -> new Socket().connect(address(address, port), 1000))
                        .isInstanceOf(java.io.IOException.class);
            }
        }
    }

    @Test
    void neitherRoleMayMakeRolesOrDatabases() throws Exception {
        try (var server = start()) {
            for (var login : List.of(server.access().owner(), server.access().runtime())) {
                assertThatThrownBy(() -> execute(login, server, "create role intruder"))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> execute(login, server, "create database other"))
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(
                            () -> execute(server.access().runtime(), server, "create table t ()"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aSecondProgramOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var first = start()) {
            assertThatThrownBy(this::start).hasMessageContaining("Another Cordon already runs");

            assertThat(ask(first.access().owner(), first, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatAKilledProgramLeftBehindIsStoppedAndItsDataKept() throws Exception {
        var killed = StartedElsewhere.on(folder, TestServer.programs());
        killed.waitUntilUp();
        var orphan =
                Long.parseLong(
                        Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());

        killed.kill();
        assertThat(ProcessHandle.of(orphan)).get().matches(ProcessHandle::isAlive);

        try (var server = start()) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(ask(server.access().owner(), server, "select word from kept"))
                    .isEqualTo("still here");
        }
    }

    @Test
    void aHalfMadeFolderIsMadeAnew() throws Exception {
        Files.createDirectories(folder.resolve("data.new/base"));
        Files.writeString(folder.resolve("data.new/postgresql.conf"), "half");

        try (var server = start()) {
            assertThat(ask(server.access().owner(), server, "select 1")).isEqualTo("1");
        }
    }

    private EmbeddedServer start() {
        return EmbeddedServer.start(folder, TestServer.programs(), EmbeddedServer.DURABLE);
    }

    private static List<String> addressesOfThisMachine() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .map(address -> address.getHostAddress())
                .toList();
    }

    private static InetSocketAddress address(String host, int port) {
        return new InetSocketAddress(host, port);
    }

    private static Connection connect(Login login, EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.access().url(), login.user(), login.password());
    }

    static void execute(Login login, EmbeddedServer server, String sql) throws SQLException {
        try (var connection = connect(login, server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Login login, EmbeddedServer server, String sql) throws SQLException {
        try (var connection = connect(login, server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
