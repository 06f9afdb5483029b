package dev.cordon.infra.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock in the database for each thing that is worked on. It ends with its connection, so a killed
 * program holds none, and a slow one that was given up for dead still does.
 */
final class OneAtATime {

    private static final Logger LOG = LoggerFactory.getLogger(OneAtATime.class);

    private final DataSource database;

    OneAtATime(DataSource database) {
        this.database = database;
    }

    /** Empty if somebody else works on it. */
    Optional<Held> hold(String what) throws SQLException {
        var connection = database.getConnection();
        try {
            if (ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", what)) {
                return Optional.of(new Held(connection, what));
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    private static boolean ask(Connection connection, String query, String what)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, what);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** The right to work on one thing, until it is closed. */
    static final class Held implements AutoCloseable {

        private final Connection connection;
        private final String what;

        private Held(Connection connection, String what) {
            this.connection = connection;
            this.what = what;
        }

        /** Whether nobody else can have got the right meanwhile. */
        boolean isStillHeld() {
            try {
                return connection.isValid(2);
            } catch (SQLException e) {
                return false;
            }
        }

        /** The work is done and stored: what goes wrong here only ends the lock sooner. */
        @Override
        public void close() {
            try (connection) {
                ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", what);
            } catch (SQLException e) {
                LOG.warn("the lock ended with its connection what={}", what, e);
            }
        }
    }
}
