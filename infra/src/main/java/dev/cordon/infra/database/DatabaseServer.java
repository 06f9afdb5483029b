package dev.cordon.infra.database;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** The database server in use, stopped with the program where it is the program's own. */
final class DatabaseServer implements DisposableBean {

    private final DatabaseAccess access;
    private final @Nullable EmbeddedServer embedded;

    private DatabaseServer(DatabaseAccess access, @Nullable EmbeddedServer embedded) {
        this.access = access;
        this.embedded = embedded;
    }

    static DatabaseServer of(EmbeddedServer embedded) {
        return new DatabaseServer(embedded.access(), embedded);
    }

    static DatabaseServer external(DatabaseAccess access) {
        return new DatabaseServer(access, null);
    }

    DatabaseAccess access() {
        return access;
    }

    @Override
    public void destroy() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
