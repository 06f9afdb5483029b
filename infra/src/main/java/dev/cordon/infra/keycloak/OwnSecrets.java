package dev.cordon.infra.keycloak;

import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * What a Keycloak of Cordon's own is opened with: made up at the first start, readable by the owner
 * of the data folder alone.
 *
 * @param console of the console's client
 * @param directory of the client that reads the team
 * @param master of the server's own administrator, for emergencies
 * @param firstLogin of the first administrator, to be changed at the first login
 */
record OwnSecrets(String console, String directory, String master, String firstLogin) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static OwnSecrets of(Path folder) throws IOException {
        var file = folder.resolve("secrets.properties");
        if (!Files.exists(file)) {
            OwnerOnly.write(file, invented().text());
        }
        var kept = new Properties();
        kept.load(new StringReader(Files.readString(file)));
        return new OwnSecrets(
                required(kept, "console", file),
                required(kept, "directory", file),
                required(kept, "master", file),
                required(kept, "first-login", file));
    }

    private static OwnSecrets invented() {
        return new OwnSecrets(random(), random(), random(), random());
    }

    private static String random() {
        var bits = new byte[24];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static String required(Properties kept, String name, Path file) throws IOException {
        var secret = kept.getProperty(name);
        if (secret == null) {
            throw new IOException(file + " lacks " + name + "; take it from a backup");
        }
        return secret;
    }

    private String text() {
        return """
        # Opens Cordon's own Keycloak. Keep it with the backups of this folder.
        console=%s
        directory=%s
        master=%s
        first-login=%s
        """
                .formatted(console, directory, master, firstLogin);
    }

    @Override
    public String toString() {
        return "OwnSecrets[]";
    }
}
