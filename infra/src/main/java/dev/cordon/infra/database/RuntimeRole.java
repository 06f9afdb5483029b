package dev.cordon.infra.database;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Refuses to run under a role that could rewrite what must not be rewritten. */
final class RuntimeRole {

    private static final String TOO_MIGHTY =
            """
            select coalesce(
                (select 'is a superuser' from pg_roles
                  where rolname = current_user and rolsuper),
                (select 'owns the table ' || tablename from pg_tables
                  where pg_has_role(current_user, tableowner, 'member')
                    and schemaname = current_schema() limit 1),
                (select 'may change ' || relname
                  from pg_trigger join pg_class on pg_class.oid = tgrelid
                  where tgname = 'append_only'
                    and (has_any_column_privilege(tgrelid, 'UPDATE')
                        or has_table_privilege(tgrelid, 'DELETE, TRUNCATE')) limit 1),
                (select 'may change ' || relname
                  from pg_trigger join pg_class on pg_class.oid = tgrelid
                  where tgname = 'unchangeable'
                    and (has_any_column_privilege(tgrelid, 'UPDATE')
                        or has_table_privilege(tgrelid, 'TRUNCATE')) limit 1))
            """;

    private RuntimeRole() {}

    static void check(DatabaseAccess access) {
        var login = access.runtime();
        try (var connection =
                        DriverManager.getConnection(access.url(), login.user(), login.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(TOO_MIGHTY)) {
            rows.next();
            var reason = rows.getString(1);
            if (reason != null) {
                throw new IllegalStateException(
                        "The database role %s %s. Nothing was changed. Give CORDON_DB_USER a role without such rights: custody must be out of the program's own reach."
                                .formatted(login.user(), reason));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Cordon cannot log in to its database as "
                            + login.user()
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }
}
