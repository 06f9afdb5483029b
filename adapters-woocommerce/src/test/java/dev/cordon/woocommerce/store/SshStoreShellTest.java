package dev.cordon.woocommerce.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cordon.application.store.InMemoryStoreCredentials;
import dev.cordon.domain.store.ShellAccess;
import dev.cordon.domain.store.ShellCommand;
import dev.cordon.domain.store.ShellOutput;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands run through a real OpenSSH server. */
class SshStoreShellTest {

    private static final Store SHOP = StoreFixtures.fjordshop();

    @TempDir Path root;
    private final InMemoryStoreCredentials credentials = new InMemoryStoreCredentials();
    private OpenSsh server;
    private SshStoreShell shell;

    @BeforeEach
    void aServer() throws Exception {
        assumeThat(OpenSsh.SERVER).as("the system has no OpenSSH server").isExecutable();
        server = OpenSsh.start(root);
        shell = new SshStoreShell(StoreClientSettings.DEFAULT.withLoopback(), credentials);
        Files.createDirectory(root.resolve("a shop's folder"));
        keep(server.hostKey());
    }

    @AfterEach
    void noServer() throws Exception {
        if (server != null) {
            shell.close();
            server.close();
        }
    }

    @Test
    void aCommandSaysWhatItWroteAndHowItEnded() {
        var said = run(script("echo out; echo err >&2; exit 3"));

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.out()).isEqualTo("out\n");
        assertThat(said.err()).isEqualTo("err\n");
    }

    @Test
    void wordsReachTheCommandAsTheyAreInTheFolderOfWordPress() {
        var word = "it's $HOME `id` \"x\" \\ ; rm -rf / \n ü *";

        var said = run(script("pwd; printf %s \"$1\"", word));

        assertThat(said.out()).isEqualTo(root.resolve("a shop's folder") + "\n" + word);
    }

    @Test
    void howeverManyLongCommandsThereAreAShortOneHasItsPlace() {
        var over = root.resolve("over");
        var waits = script("while [ ! -e \"$1\" ]; do sleep 0.05; done", over.toString());
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                others.submit(() -> shell.run(SHOP, waits.within(Duration.ofHours(1))));
            }
            var ended = run(script("echo ended; touch \"$1\"", over.toString()));

            assertThat(ended.out()).isEqualTo("ended\n");
        }
    }

    @Test
    void aHostWithAnotherKeyIsToldNothing() throws Exception {
        keep(server.userKey());

        assertThat(failure(script("true"))).isInstanceOf(StoreFailure.HostKeyChanged.class);
    }

    @Test
    void aKeyThatTheHostDoesNotKnowIsNotLetIn() throws Exception {
        var stranger = Files.readString(root.resolve("ssh/host"));
        keep(access(server.hostKey(), stranger));

        assertThat(failure(script("true"))).isInstanceOf(StoreFailure.LoginRefused.class);
    }

    @Test
    void aHostThatIsAwayIsUnreachable() throws Exception {
        server.close();

        assertThat(failure(script("true"))).isInstanceOf(StoreFailure.Unreachable.class);
    }

    @Test
    void aHostThatHangsUpDidNotRefuseAnybody() throws Exception {
        try (var hanging = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                while (!hanging.isClosed()) {
                                    try (var _ = hanging.accept()) {
                                        // Nobody says anything here.
                                    } catch (IOException e) {
                                        return;
                                    }
                                }
                            });
            var there = access(server.hostKey(), Files.readString(server.userKeyFile()));
            keep(
                    new ShellAccess(
                            "127.0.0.1",
                            hanging.getLocalPort(),
                            there.user(),
                            there.privateKey(),
                            there.hostKey(),
                            there.path()));

            assertThat(failure(script("true"))).isInstanceOf(StoreFailure.Unreachable.class);
        }
    }

    @Test
    void thisMachineIsNotCalledUnlessThatIsAllowed() {
        try (var guarded = new SshStoreShell(StoreClientSettings.DEFAULT, credentials)) {
            assertThat(guarded.run(SHOP, script("true")))
                    .isEqualTo(
                            new StoreAnswer.Failed<>(
                                    new StoreFailure.ForbiddenAddress("127.0.0.1")));
        }
    }

    @Test
    void aCommandThatDoesNotEndIsEnded() {
        var slow = script("sleep 600").within(Duration.ofSeconds(1));

        assertThat(failure(slow)).isEqualTo(new StoreFailure.TimedOut(Duration.ofSeconds(1)));
    }

    @Test
    void aCommandThatWritesWithoutEndFillsNoMemory() {
        var endless = script("head -c 20000000 /dev/zero");

        assertThat(failure(endless)).isInstanceOf(StoreFailure.TooLarge.class);
    }

    @Test
    void outputIsReadWhileItIsWritten() throws Exception {
        var read = shell.read(SHOP, script("head -c 50000000 /dev/zero"), SshStoreShellTest::count);

        assertThat(read).isEqualTo(new StoreAnswer.Ok<>(50_000_000L));
    }

    @Test
    void anOutputWhoseCommandFailedIsNotTakenForWhole() throws Exception {
        var read = shell.read(SHOP, script("echo half; exit 2"), SshStoreShellTest::count);

        assertThat(read)
                .isEqualTo(new StoreAnswer.Failed<>(new StoreFailure.CommandFailed("a script", 2)));
    }

    @Test
    void aCommandThatIsKilledIsNotTakenForWhole() throws Exception {
        var read = shell.read(SHOP, script("echo half; kill -9 $$"), SshStoreShellTest::count);

        assertThat(read).isInstanceOf(StoreAnswer.Failed.class);
    }

    @Test
    void whatTheReaderThrowsReachesTheCaller() {
        assertThatThrownBy(
                        () ->
                                shell.read(
                                        SHOP,
                                        script("yes"),
                                        _ -> {
                                            throw new IOException("no room");
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("no room");
    }

    @Test
    void aStoreWithoutAnSshLoginSaysSo() {
        credentials.put(SHOP.id(), StoreAccess.NONE);

        assertThat(failure(script("true"))).isInstanceOf(StoreFailure.NoCredential.class);
    }

    private static ShellCommand script(String text, String... arguments) {
        return ShellCommand.script("a script", text, arguments);
    }

    private static Long count(InputStream out) throws IOException {
        return out.transferTo(java.io.OutputStream.nullOutputStream());
    }

    private ShellOutput run(ShellCommand command) {
        return ((StoreAnswer.Ok<ShellOutput>) shell.run(SHOP, command)).value();
    }

    private StoreFailure failure(ShellCommand command) {
        return ((StoreAnswer.Failed<ShellOutput>) shell.run(SHOP, command)).why();
    }

    private void keep(String hostKey) throws IOException {
        keep(access(hostKey, Files.readString(server.userKeyFile())));
    }

    private void keep(ShellAccess access) {
        credentials.put(SHOP.id(), StoreAccess.with(access));
    }

    private ShellAccess access(String hostKey, String key) {
        return new ShellAccess(
                "127.0.0.1",
                server.port(),
                System.getProperty("user.name"),
                key,
                hostKey,
                root.resolve("a shop's folder").toString());
    }
}
