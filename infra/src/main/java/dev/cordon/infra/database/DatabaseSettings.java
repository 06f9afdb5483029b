package dev.cordon.infra.database;

import dev.cordon.infra.database.DatabaseAccess.Login;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Somebody else's PostgreSQL server; all empty for the embedded one.
 *
 * @param url {@code jdbc:postgresql://host:5432/cordon}
 * @param user the role the program works under
 * @param owner the role that owns the tables
 */
@ConfigurationProperties("cordon.database")
record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String owner,
        @DefaultValue("") String ownerPassword) {

    boolean isEmbedded() {
        return url.isBlank();
    }

    DatabaseAccess external() {
        if (user.isBlank() || owner.isBlank()) {
            throw new IllegalStateException(
                    "CORDON_DB_URL names a database, but "
                            + (user.isBlank() ? "CORDON_DB_USER" : "CORDON_DB_OWNER")
                            + " is empty. Nothing was changed. Cordon needs two roles there: one that"
                            + " owns the tables (CORDON_DB_OWNER, CORDON_DB_OWNER_PASSWORD) and one to"
                            + " run under (CORDON_DB_USER, CORDON_DB_PASSWORD).");
        }
        if (user.equals(owner)) {
            throw new IllegalStateException(
                    "CORDON_DB_USER and CORDON_DB_OWNER are the same role, "
                            + user
                            + ". Nothing was changed. Whoever runs the program must not own the tables:"
                            + " name two roles.");
        }
        return new DatabaseAccess(url, new Login(owner, ownerPassword), new Login(user, password));
    }
}
