package dev.cordon.notify.notification;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The line to a server, cut off when something takes longer or says more than it may. Time-outs of
 * single reads are not enough: a server that sends one byte a minute never meets them.
 */
final class SmtpLine extends SocketFactory implements AutoCloseable {

    /** More than any certificate chain and greeting, and far more than any answer, in bytes. */
    static final int LONGEST_TALK = 256 * 1024;

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("smtp-limit").factory());

    private volatile @Nullable MeasuredSocket socket;

    /** Something on the line that is bounded until it is closed. */
    interface Bounded extends AutoCloseable {
        @Override
        void close();
    }

    /** From now on the line may be used that long. */
    Bounded within(Duration limit) {
        var current = socket;
        if (current != null) {
            current.heard = 0;
        }
        var cut = timer.schedule(this::cut, limit.toMillis(), TimeUnit.MILLISECONDS);
        return () -> cut.cancel(false);
    }

    void cut() {
        var current = socket;
        if (current != null) {
            current.cut();
        }
    }

    @Override
    public Socket createSocket() {
        var created = new MeasuredSocket();
        socket = created;
        return created;
    }

    @Override
    public void close() {
        cut();
        timer.shutdownNow();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
            throws IOException {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
            throws IOException {
        throw unconnectedOnly();
    }

    private static IOException unconnectedOnly() {
        return new IOException("the mail client connects the socket itself");
    }

    /** A socket that counts what it hears. */
    private static final class MeasuredSocket extends Socket {

        private volatile long heard;

        void cut() {
            try {
                close();
            } catch (IOException e) {
                // It is of no use any more either way.
                heard = LONGEST_TALK;
            }
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    return counted(super.read(), 1);
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int read = super.read(bytes, offset, length);
                    return counted(read, read);
                }
            };
        }

        private int counted(int read, int bytes) throws IOException {
            heard += Math.max(bytes, 0);
            if (heard > LONGEST_TALK) {
                throw new IOException("the server said more than " + LONGEST_TALK + " bytes");
            }
            return read;
        }
    }
}
