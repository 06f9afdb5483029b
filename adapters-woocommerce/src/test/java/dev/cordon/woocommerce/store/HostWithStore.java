package dev.cordon.woocommerce.store;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cordon.application.store.InMemoryStoreCredentials;
import dev.cordon.domain.store.ShellAccess;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A host that is reached through a real OpenSSH server, whose {@code wp} does as it is told. */
public final class HostWithStore implements AutoCloseable {

    public static final Store SHOP = StoreFixtures.fjordshop();

    final SshStoreShell shell;
    final Path folder;

    private final OpenSsh server;
    private final Path programs;
    private final InMemoryStoreCredentials credentials = new InMemoryStoreCredentials();

    public HostWithStore(Path root) throws IOException, InterruptedException {
        assumeThat(OpenSsh.SERVER).as("the system has no OpenSSH server").isExecutable();
        programs = Files.createDirectory(root.resolve("programs"));
        folder = Files.createDirectory(root.resolve("shop"));
        server = OpenSsh.start(root, programs);
        shell = new SshStoreShell(StoreClientSettings.DEFAULT.withLoopback(), credentials);
        credentials.put(SHOP.id(), StoreAccess.with(access()));
    }

    public ShellAccess access() throws IOException {
        return new ShellAccess(
                "127.0.0.1",
                server.port(),
                System.getProperty("user.name"),
                Files.readString(server.userKeyFile()),
                server.hostKey(),
                folder.toString());
    }

    public SshStoreShell shell() {
        return shell;
    }

    /** Where WordPress lies. */
    public Path folder() {
        return folder;
    }

    /** From now on a program of that name is this script. */
    public HostWithStore program(String name, String script) throws IOException {
        var file = programs.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    int port() {
        return server.port();
    }

    String hostKey() throws IOException {
        return server.hostKey();
    }

    @Override
    public void close() throws InterruptedException {
        shell.close();
        server.close();
    }
}
