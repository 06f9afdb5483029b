package dev.cordon.infra.database;

import dev.cordon.infra.database.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.Utils;

/** Makes the two roles and a database that the owner owns. Doing it again changes nothing. */
final class Roles {

    private final Connection administrator;

    Roles(Connection administrator) {
        this.administrator = administrator;
    }

    void ensure(DatabaseAccess access) throws SQLException {
        ensure(access.owner());
        ensure(access.runtime());
    }

    private void ensure(Login login) throws SQLException {
        if (!exists("select 1 from pg_roles where rolname = ?", login.user())) {
            execute("create role " + quoted(login.user()));
        }
        execute(
                "alter role "
                        + quoted(login.user())
                        + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '"
                        + Utils.escapeLiteral(null, login.password(), true)
                        + "'");
    }

    void ensureDatabase(String name, Login owner) throws SQLException {
        if (!exists("select 1 from pg_database where datname = ?", name)) {
            execute("create database " + quoted(name) + " owner " + quoted(owner.user()));
            execute("revoke all on database " + quoted(name) + " from public");
        }
    }

    /** Lets the role log in to the database; its rights there come with the tables. */
    void admit(Login runtime, String database) throws SQLException {
        execute("grant connect on database " + quoted(database) + " to " + quoted(runtime.user()));
    }

    private boolean exists(String query, String name) throws SQLException {
        try (var statement = administrator.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = administrator.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String identifier) throws SQLException {
        return Utils.escapeIdentifier(null, identifier).toString();
    }
}
