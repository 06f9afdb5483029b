package dev.cordon.infra.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder that Keycloak takes for its home: data of its own, the program itself linked in from a
 * prepared distribution, so that several servers can share one.
 */
record KeycloakHome(Path folder, Path distribution) {

    /** Only the owner may look inside: the database holds password hashes and keys. */
    static KeycloakHome prepare(Path folder, Path distribution) throws IOException {
        var program = distribution.resolve("lib");
        if (!Files.isRegularFile(program.resolve("quarkus-run.jar"))) {
            throw new IOException("no Keycloak distribution lies in " + distribution);
        }
        var home = new KeycloakHome(folder.toAbsolutePath(), distribution.toAbsolutePath());
        Files.createDirectories(home.imports());
        Files.createDirectories(home.folder().resolve("conf"));
        Files.createDirectories(home.folder().resolve("providers"));
        Files.setPosixFilePermissions(home.folder(), PosixFilePermissions.fromString("rwx------"));
        home.link(program.toAbsolutePath());
        return home;
    }

    private void link(Path program) throws IOException {
        var link = folder.resolve("lib");
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(link);
        }
        Files.createSymbolicLink(link, program);
    }

    /** Realms that lie here are read at the start, if the server does not have them yet. */
    Path imports() {
        return folder.resolve("data/import");
    }

    Path program() {
        return distribution.resolve("lib/quarkus-run.jar");
    }

    Path log() {
        return folder.resolve("keycloak.log");
    }

    /** Says which process serves this home. */
    Path pid() {
        return folder.resolve("keycloak.pid");
    }
}
