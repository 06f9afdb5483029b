package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.ShellAccess;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that stay for a moment behind a command that ended well: most commands come one after
 * another, and a login costs a host as much as they do. No two commands share one at a time, and
 * none outlives a change of the login.
 */
final class ShellSessions implements AutoCloseable {

    private static final int STAYS_SECONDS = 20;

    private final ShellLogin login;
    private final Map<ShellAccess, Deque<ClientSession>> idle = new HashMap<>();
    private boolean closed;

    ShellSessions(ShellLogin login) {
        this.login = login;
    }

    /**
     * @throws ShellLogin.Refused as {@link ShellLogin#open}
     */
    Lease open(ShellAccess access) throws ShellLogin.Refused {
        var session = waiting(access);
        return new Lease(access, session == null ? login.open(access) : session);
    }

    ShellLogin login() {
        return login;
    }

    private synchronized @Nullable ClientSession waiting(ShellAccess access) {
        var sessions = idle.get(access);
        while (sessions != null && !sessions.isEmpty()) {
            var session = sessions.removeLast();
            if (isSound(session)) {
                return session;
            }
            session.close(true);
        }
        return null;
    }

    private static boolean isSound(ClientSession session) {
        return session.isOpen() && !session.isClosing();
    }

    private synchronized void keep(ShellAccess access, ClientSession session) {
        if (closed || !isSound(session)) {
            session.close(true);
            return;
        }
        idle.computeIfAbsent(access, _ -> new ArrayDeque<>()).add(session);
        CompletableFuture.delayedExecutor(STAYS_SECONDS, TimeUnit.SECONDS)
                .execute(() -> end(access, session));
    }

    private synchronized void end(ShellAccess access, ClientSession session) {
        var sessions = idle.get(access);
        if (sessions != null && sessions.remove(session)) {
            session.close(true);
            if (sessions.isEmpty()) {
                idle.remove(access);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.values().forEach(sessions -> sessions.forEach(session -> session.close(true)));
        idle.clear();
        login.close();
    }

    /** A session that is one command's own until it is closed. */
    final class Lease implements AutoCloseable {

        private final ShellAccess access;
        private final ClientSession session;
        private boolean endedWell;

        private Lease(ShellAccess access, ClientSession session) {
            this.access = access;
            this.session = session;
        }

        ClientSession session() {
            return session;
        }

        /** The command ended by itself, and all that it said was read. */
        void endedWell() {
            endedWell = true;
        }

        @Override
        public void close() {
            if (endedWell) {
                keep(access, session);
            } else {
                session.close(true);
            }
        }
    }
}
