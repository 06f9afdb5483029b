package dev.cordon.infra.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.infra.detection.Spools;
import dev.cordon.woocommerce.store.OpenSsh;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Logs are pulled from a real OpenSSH server, which rotates them meanwhile. */
class SshPullTest {

    @TempDir Path root;
    private Following shop;
    private OpenSsh server;
    private LogSpool spool;

    @BeforeEach
    void aServer() throws Exception {
        assumeThat(OpenSsh.SERVER).as("the system has no OpenSSH server").isExecutable();
        shop = new Following(root);
        server = OpenSsh.start(root);
        spool = Spools.in(root.resolve("pulled"));
    }

    @AfterEach
    void noServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aLogOfAnotherHostIsReadLineForLineHoweverItIsRotated() throws Exception {
        shop.write("one\n");
        pull(true);
        shop.write("two\nthr");
        pull(true);
        shop.write("ee\n");
        shop.rotate();
        shop.write("four\n");
        pull(true);
        shop.write("five\n");
        shop.copyAndTruncate();
        shop.write("six\n");
        pull(true);
        shop.write("seven\n");
        shop.rotate();
        shop.pack(shop.rotated(1));
        shop.write("eight\n");
        pull(true);

        assertThat(Following.lines(spool))
                .containsExactlyInAnyOrder(
                        "one", "two", "three", "four", "five", "six", "seven", "eight");
    }

    @Test
    void whatIsMoreThanOneConnectionBringsComesWithTheNextOnes() throws Exception {
        var line = "x".repeat(999) + "\n";
        for (int i = 0; i < 9; i++) {
            shop.write(line.repeat(1000));
        }

        assertThat(pullOnce(log(server.hostKey(), true, DataSize.ofMegabytes(4)))).isTrue();
        pull(true);

        assertThat(Following.lines(spool)).hasSize(9000);
    }

    @Test
    void aHostWithAnotherKeyIsNotReadFrom() throws Exception {
        shop.write("one\n");

        assertThatThrownBy(() -> pullOnce(log(server.userKey(), true, DataSize.ofMegabytes(4))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aPrivateNetworkIsEnteredOnlyIfThatIsSaid() {
        assertThatThrownBy(() -> pull(false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("private network");
    }

    @Test
    void aKeyThatOthersMayReadIsNotUsed() throws Exception {
        Files.setPosixFilePermissions(
                server.userKeyFile(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> pull(true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("chmod 600");
    }

    private void pull(boolean privateNetwork) throws Exception {
        var log = log(server.hostKey(), privateNetwork, DataSize.ofMegabytes(64));
        pullOnce(log);
        pullOnce(log);
    }

    /** With a program that began just now. */
    private boolean pullOnce(SshPullSettings.Log log) throws Exception {
        var followed =
                new FollowedLog(
                        "the log",
                        PlaceFile.of(root.resolve("places"), log.source(), log.address()),
                        (batch, lines) ->
                                spool.append(
                                        Following.SOURCE, batch, new ByteArrayInputStream(lines)),
                        UUID::randomUUID,
                        () -> InstantSource.system().instant().plus(Duration.ofSeconds(10)));
        try (var door = new SshDoor(log)) {
            boolean more = SshPull.pull(log, door, followed);
            return SshPull.pull(log, door, followed) || more;
        }
    }

    private SshPullSettings.Log log(String hostKey, boolean privateNetwork, DataSize most) {
        return new SshPullSettings.Log(
                Following.SOURCE.value(),
                "127.0.0.1",
                server.port(),
                System.getProperty("user.name"),
                hostKey,
                shop.log.toString(),
                server.userKeyFile(),
                Duration.ofSeconds(1),
                most,
                Duration.ofSeconds(30),
                privateNetwork);
    }
}
