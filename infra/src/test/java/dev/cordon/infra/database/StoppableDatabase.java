package dev.cordon.infra.database;

import java.nio.file.Path;
import java.util.List;

/** A PostgreSQL that goes away when the test says so, and comes back with all it had. */
public final class StoppableDatabase implements AutoCloseable {

    private final Path folder;
    private final EmbeddedServer server;

    /** Starts it, durable as in production, with its data in the folder. */
    public StoppableDatabase(Path folder) {
        this.folder = folder;
        this.server = EmbeddedServer.start(folder, TestServer.programs(), EmbeddedServer.DURABLE);
    }

    /** With them a program finds it, and keeps its own files beside it. */
    public List<String> settings() {
        var access = server.access();
        return List.of(
                "--cordon.database.url=" + access.url(),
                "--cordon.database.user=" + access.runtime().user(),
                "--cordon.database.password=" + access.runtime().password(),
                "--cordon.database.owner=" + access.owner().user(),
                "--cordon.database.owner-password=" + access.owner().password(),
                "--cordon.data=" + folder.resolve("program"));
    }

    /** From now on nobody answers at its address. */
    public void stop() throws Exception {
        Orphan.stop(folder.resolve("data"));
    }

    /** It answers at the same address again. */
    public void comeBack() throws Exception {
        server.restart();
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
