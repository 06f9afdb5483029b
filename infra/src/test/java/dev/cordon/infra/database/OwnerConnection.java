package dev.cordon.infra.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.test.context.TestComponent;

/** Logs in as the tables' owner, as the program does to migrate and for nothing else. */
@TestComponent
public class OwnerConnection {

    private final DatabaseServer server;

    OwnerConnection(DatabaseServer server) {
        this.server = server;
    }

    public Connection open() throws SQLException {
        var access = server.access();
        return DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
    }
}
