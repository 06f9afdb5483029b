package dev.cordon.woocommerce.store;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The system's SSH server on a port of its own, which lets one key in. */
public record OpenSsh(Process process, int port, Path folder) implements AutoCloseable {

    public static final Path SERVER = Path.of("/usr/sbin/sshd");

    public static OpenSsh start(Path root) throws IOException, InterruptedException {
        return start(root, Path.of("/usr/local/bin"));
    }

    /**
     * @param programs a folder whose programs are found before the system's
     */
    static OpenSsh start(Path root, Path programs) throws IOException, InterruptedException {
        var folder = Files.createDirectory(root.resolve("ssh"));
        keys(folder.resolve("host"));
        keys(folder.resolve("user"));
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd")); // where it separates its privileges
        }
        int port = freePort();
        var settings =
                List.of(
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + folder.resolve("host"),
                        "AuthorizedKeysFile " + folder.resolve("user.pub"),
                        "PidFile none",
                        "StrictModes no",
                        "UsePAM no",
                        // The others cost whoever tests without a second compiler two seconds each.
                        "KexAlgorithms curve25519-sha256",
                        // What the tester's own shell does at its start is nothing of the test's.
                        "SetEnv HOME=" + folder + " PATH=" + programs + ":/usr/bin:/bin",
                        "PermitRootLogin yes",
                        "Subsystem sftp internal-sftp");
        var file = Files.write(folder.resolve("sshd_config"), settings);
        var process =
                new ProcessBuilder(SERVER.toString(), "-D", "-e", "-f", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        awaitOpen(process, port);
        return new OpenSsh(process, port, folder);
    }

    public String hostKey() throws IOException {
        return Files.readString(folder.resolve("host.pub")).strip();
    }

    public String userKey() throws IOException {
        return Files.readString(folder.resolve("user.pub")).strip();
    }

    public Path userKeyFile() {
        return folder.resolve("user");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static void awaitOpen(Process process, int port)
            throws IOException, InterruptedException {
        while (true) {
            try (var _ = new Socket("127.0.0.1", port)) {
                return;
            } catch (ConnectException e) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    throw new IOException("the server ended with " + process.exitValue(), e);
                }
            }
        }
    }

    private static void keys(Path file) throws IOException, InterruptedException {
        var made =
                new ProcessBuilder(
                                "ssh-keygen",
                                "-q",
                                "-t",
                                "ed25519",
                                "-N",
                                "",
                                "-f",
                                file.toString())
                        .start();
        if (made.waitFor() != 0) {
            throw new IOException("no keys were made");
        }
    }
}
