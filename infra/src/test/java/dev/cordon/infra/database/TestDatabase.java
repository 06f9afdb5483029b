package dev.cordon.infra.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A migrated database for each Spring context of the tests:
 * {@code @ContextConfiguration(initializers = TestDatabase.class)}.
 *
 * <p>The server is one per JVM: the one that {@code CORDON_TEST_DB_URL} names (with {@code
 * CORDON_TEST_DB_USER} and {@code CORDON_TEST_DB_PASSWORD} of a superuser), else Testcontainers if
 * {@code CORDON_TEST_DB=docker}, else embedded.
 */
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(properties()).applyTo(context);
    }

    /** The settings of a new database of its own, for a context that is started by hand. */
    public static Map<String, String> properties() {
        var access = fresh();
        return Map.of(
                "cordon.database.url", access.url(),
                "cordon.database.user", access.runtime().user(),
                "cordon.database.password", access.runtime().password(),
                "cordon.database.owner", access.owner().user(),
                "cordon.database.owner-password", access.owner().password(),
                "cordon.data", folder().toString());
    }

    /** A new database under its owner, for a test that makes tables of its own. */
    public static DataSource asOwner() {
        var access = fresh();
        return new DriverManagerDataSource(
                access.url(), access.owner().user(), access.owner().password());
    }

    static DatabaseAccess fresh() {
        try {
            return TestServer.instance().newDatabase();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        return Path.of("target", "test-data", Long.toString(System.nanoTime(), 36));
    }
}
