package dev.cordon.infra.database;

import dev.cordon.infra.database.DatabaseAccess.Login;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The embedded server's passwords: made once, kept in a file that only its owner may read. */
final class ServerPasswords {

    static final String ADMINISTRATOR = "postgres";

    private static final String OWNER = "cordon_owner";
    private static final String RUNTIME = "cordon_runtime";

    private final Properties passwords;

    private ServerPasswords(Properties passwords) {
        this.passwords = passwords;
    }

    /**
     * @throws IllegalStateException if other users of the machine may read the file
     */
    static ServerPasswords in(Path file) throws IOException {
        if (!Files.exists(file)) {
            OwnerOnly.write(file, fresh());
        }
        if (OwnerOnly.isOpenToOthers(file)) {
            throw new IllegalStateException(
                    "Other users may read the database passwords in "
                            + file
                            + ". Nothing was started. Close it with: chmod 600 "
                            + file);
        }
        var passwords = new Properties();
        passwords.load(new StringReader(Files.readString(file)));
        return new ServerPasswords(passwords);
    }

    Login administrator() {
        return login(ADMINISTRATOR);
    }

    DatabaseAccess access(String url) {
        return new DatabaseAccess(url, login(OWNER), login(RUNTIME));
    }

    private Login login(String role) {
        return new Login(role, passwords.getProperty(role, ""));
    }

    private static String fresh() throws IOException {
        var random = new SecureRandom();
        var passwords = new Properties();
        for (var role : new String[] {ADMINISTRATOR, OWNER, RUNTIME}) {
            var secret = new byte[32];
            random.nextBytes(secret);
            passwords.setProperty(
                    role, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        var text = new StringWriter();
        passwords.store(text, "Cordon's own PostgreSQL server. Keep it to yourself.");
        return text.toString();
    }
}
