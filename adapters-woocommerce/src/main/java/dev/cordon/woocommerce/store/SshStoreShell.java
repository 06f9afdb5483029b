package dev.cordon.woocommerce.store;

import dev.cordon.application.kernel.AddressGuard;
import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.StoreShell;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.HostKey;
import dev.cordon.domain.store.ShellAccess;
import dev.cordon.domain.store.ShellCommand;
import dev.cordon.domain.store.ShellOutput;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.core.CoreModuleProperties;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands on stores' hosts over SSH, a few at a time for each store; however many long ones
 * there are, a short one has its place.
 */
public final class SshStoreShell implements StoreShell, AutoCloseable {

    private static final int AT_ONCE = 3;

    /** One place is left for what takes no longer: an intruder is not waited for. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private static final int NO_EXIT_SAID = -1;

    private final StoreCredentials credentials;
    private final StoreClientSettings settings;
    private @Nullable ShellSessions sessions;
    private final Map<StoreId, Semaphore> turns = new ConcurrentHashMap<>();
    private final Map<StoreId, Semaphore> longTurns = new ConcurrentHashMap<>();

    public SshStoreShell(StoreClientSettings settings, StoreCredentials credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    @Override
    public StoreAnswer<ShellOutput> run(Store store, ShellCommand command) {
        try {
            return inTurn(
                    store,
                    command,
                    (session, access, deadline) -> run(session, access, deadline, command));
        } catch (Ended e) {
            return new StoreAnswer.Failed<>(e.why);
        } catch (IOException e) {
            return new StoreAnswer.Failed<>(new StoreFailure.Truncated());
        }
    }

    @Override
    public <R> StoreAnswer<R> read(Store store, ShellCommand command, Reader<R> reader)
            throws IOException {
        return read(store, command, InputStream.nullInputStream(), reader);
    }

    @Override
    public <R> StoreAnswer<R> read(
            Store store, ShellCommand command, InputStream input, Reader<R> reader)
            throws IOException {
        try {
            return inTurn(
                    store,
                    command,
                    (session, access, deadline) ->
                            read(session, access, deadline, command, input, reader));
        } catch (Ended e) {
            return new StoreAnswer.Failed<>(e.why);
        }
    }

    @Override
    public StoreAnswer<HostKey> hostKey(String host, int port) {
        try {
            return new StoreAnswer.Ok<>(sessions().login().hostKey(host, port));
        } catch (ShellLogin.Refused e) {
            return new StoreAnswer.Failed<>(e.why());
        }
    }

    @Override
    public synchronized void close() {
        if (sessions != null) {
            sessions.close();
            sessions = null;
        }
    }

    /** Made at the first call: a program without such stores starts no threads for them. */
    private synchronized ShellSessions sessions() {
        if (sessions == null) {
            var guard = new AddressGuard(settings.loopback());
            sessions = new ShellSessions(new ShellLogin(guard, settings.connectWithin()));
        }
        return sessions;
    }

    private interface Work<R> {
        StoreAnswer<R> in(ClientSession session, ShellAccess access, Deadline deadline)
                throws IOException;
    }

    /** A way to end that is the store's, told apart from what a reader throws. */
    private static final class Ended extends IOException {

        private static final long serialVersionUID = 1;

        private final transient StoreFailure why;

        Ended(StoreFailure why) {
            super(why.whatHappened());
            this.why = why;
        }
    }

    private <R> StoreAnswer<R> inTurn(Store store, ShellCommand command, Work<R> work)
            throws IOException {
        var access = credentials.of(store.id()).shell();
        if (access == null) {
            return new StoreAnswer.Failed<>(new StoreFailure.NoCredential("SSH login"));
        }
        if (command.within().compareTo(SOON) <= 0) {
            return inTurn(turn(turns, store, AT_ONCE), access, command, work);
        }
        var longOnes = turn(longTurns, store, AT_ONCE - 1);
        if (!waited(longOnes, command.within())) {
            return new StoreAnswer.Failed<>(new StoreFailure.TimedOut(command.within()));
        }
        try {
            return inTurn(turn(turns, store, AT_ONCE), access, command, work);
        } finally {
            longOnes.release();
        }
    }

    private static Semaphore turn(Map<StoreId, Semaphore> of, Store store, int atOnce) {
        return of.computeIfAbsent(store.id(), _ -> new Semaphore(atOnce, true));
    }

    private <R> StoreAnswer<R> inTurn(
            Semaphore turn, ShellAccess access, ShellCommand command, Work<R> work)
            throws IOException {
        if (!waited(turn, command.within())) {
            return new StoreAnswer.Failed<>(new StoreFailure.TimedOut(command.within()));
        }
        try (var lease = sessions().open(access);
                var deadline = Deadline.in(command.within(), lease.session())) {
            var answer =
                    inTime(deadline, command, () -> work.in(lease.session(), access, deadline));
            if (answer instanceof StoreAnswer.Ok) {
                lease.endedWell();
            }
            return answer;
        } catch (ShellLogin.Refused e) {
            return new StoreAnswer.Failed<>(e.why());
        } finally {
            turn.release();
        }
    }

    private interface Call<R> {
        StoreAnswer<R> make() throws IOException;
    }

    /** Whatever breaks off because the time is over is named so. */
    private static <R> StoreAnswer<R> inTime(Deadline deadline, ShellCommand command, Call<R> call)
            throws IOException {
        try {
            return call.make();
        } catch (IOException e) {
            if (deadline.isOver()) {
                throw new Ended(new StoreFailure.TimedOut(command.within()));
            }
            throw e;
        }
    }

    private StoreAnswer<ShellOutput> run(
            ClientSession session, ShellAccess access, Deadline deadline, ShellCommand command)
            throws IOException {
        try (var channel = session.createExecChannel(line(access, command))) {
            var out = new LimitedOutput(settings.largestAnswer());
            var err = new LimitedOutput(settings.largestAnswer());
            channel.setOut(out);
            channel.setErr(err);
            channel.open().verify(settings.connectWithin());
            int exit = exit(deadline, session, channel, command);
            return out.isOver() || err.isOver()
                    ? new StoreAnswer.Failed<>(new StoreFailure.TooLarge(settings.largestAnswer()))
                    : new StoreAnswer.Ok<>(
                            new ShellOutput(
                                    exit,
                                    out.toString(StandardCharsets.UTF_8),
                                    err.toString(StandardCharsets.UTF_8)));
        }
    }

    private <R> StoreAnswer<R> read(
            ClientSession session,
            ShellAccess access,
            Deadline deadline,
            ShellCommand command,
            InputStream input,
            Reader<R> reader)
            throws IOException {
        try (var channel = StreamedCommand.in(session, line(access, command))) {
            // A command may take its time between two reads of its input.
            CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(channel, command.within());
            channel.setIn(input);
            channel.setErr(new LimitedOutput(0));
            channel.open().verify(settings.connectWithin());
            R read = reader.read(new Whole(deadline, channel, session, command));
            int exit = exit(deadline, session, channel, command);
            return exit == 0
                    ? new StoreAnswer.Ok<>(read)
                    : new StoreAnswer.Failed<>(
                            new StoreFailure.CommandFailed(command.name(), exit));
        }
    }

    private static int exit(
            Deadline deadline, ClientSession session, ChannelExec channel, ShellCommand command)
            throws Ended {
        channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), command.within());
        var exit = channel.getExitStatus();
        if (exit != null) {
            return exit;
        }
        if (deadline.isOver()) {
            throw new Ended(new StoreFailure.TimedOut(command.within()));
        }
        if (session.isClosed() || session.isClosing()) {
            throw new Ended(new StoreFailure.Truncated());
        }
        return NO_EXIT_SAID; // ended by a signal
    }

    /** The output of a command; it ends in an error unless the command ended by itself. */
    private static final class Whole extends InputStream {

        private final Deadline deadline;
        private final StreamedCommand channel;
        private final ClientSession session;
        private final ShellCommand command;

        Whole(
                Deadline deadline,
                StreamedCommand channel,
                ClientSession session,
                ShellCommand command) {
            this.deadline = deadline;
            this.channel = channel;
            this.session = session;
            this.command = command;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = channel.output().read(into, offset, length);
            if (got < 0) {
                int exit = exit(deadline, session, channel, command);
                if (exit != 0) {
                    throw new Ended(new StoreFailure.CommandFailed(command.name(), exit));
                }
            }
            return got;
        }
    }

    private static boolean waited(Semaphore turn, Duration within) {
        try {
            return turn.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Every word in single quotes: the login shell there reads none of them. */
    static String line(ShellAccess access, ShellCommand command) {
        return "cd "
                + quoted(access.path())
                + " && exec "
                + command.words().stream()
                        .map(SshStoreShell::quoted)
                        .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
