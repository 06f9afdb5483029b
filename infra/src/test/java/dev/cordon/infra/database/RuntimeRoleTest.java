package dev.cordon.infra.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RuntimeRoleTest {

    @Test
    void aRoleThatOwnsNothingMayRunTheProgram() {
        var access = TestDatabase.fresh();

        assertThatCode(() -> RuntimeRole.check(access)).doesNotThrowAnyException();
    }

    @Test
    void theOwnersRoleIsRefused() {
        var access = TestDatabase.fresh();
        var careless = new DatabaseAccess(access.url(), access.owner(), access.owner());

        assertThatThrownBy(() -> RuntimeRole.check(careless))
                .hasMessageContaining("owns the table")
                .hasMessageContaining("CORDON_DB_USER");
    }

    @Test
    void aRoleThatMayRewriteCustodyIsRefused() throws SQLException {
        var access = TestDatabase.fresh();
        asOwner(access, "grant update on custody_entry to " + access.runtime().user());

        assertThatThrownBy(() -> RuntimeRole.check(access))
                .hasMessageContaining("may change custody_entry");
    }

    @Test
    void aWrongPasswordIsSaidWithoutThePassword() {
        var access = TestDatabase.fresh();
        var wrong =
                new DatabaseAccess(
                        access.url(),
                        access.owner(),
                        new DatabaseAccess.Login(access.runtime().user(), "s3cret-guess"));

        assertThatThrownBy(() -> RuntimeRole.check(wrong))
                .hasMessageContaining("cannot log in")
                .hasMessageNotContaining("s3cret-guess");
    }

    private static void asOwner(DatabaseAccess access, String sql) throws SQLException {
        var owner = access.owner();
        try (var connection =
                        DriverManager.getConnection(access.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
