package dev.cordon.woocommerce.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.session.ConnectionService;

/**
 * A command whose output is read while it comes. What was not read yet waits in the pieces that it
 * came in, never more than a window (RFC 4254, section 5.2); the library's own pipe moves all that
 * waits with each piece that comes.
 */
final class StreamedCommand extends ChannelExec {

    private static final byte[] END = {};

    private final BlockingQueue<byte[]> came = new LinkedBlockingQueue<>();
    private final InputStream output = new Output();

    private StreamedCommand(String line) {
        super(line, null, Map.of());
        setOut(
                new OutputStream() {
                    @Override
                    public void write(int one) {
                        throw new UnsupportedOperationException("it is given in pieces");
                    }

                    @Override
                    public void close() {
                        came.add(END);
                    }
                });
    }

    /** To be opened and closed by the caller. */
    static StreamedCommand in(ClientSession session, String line) throws IOException {
        var command = new StreamedCommand(line);
        session.getService(ConnectionService.class).registerChannel(command);
        return command;
    }

    /** Ends with the command's, or when nothing more comes. */
    InputStream output() {
        return output;
    }

    @Override
    protected void doWriteData(byte[] data, int from, long length) {
        came.add(Arrays.copyOfRange(data, from, from + (int) length));
    }

    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        came.add(END);
    }

    private final class Output extends InputStream {

        private byte[] piece = END;
        private int at;
        private boolean ended;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            while (at == piece.length) {
                if (ended) {
                    return -1;
                }
                next();
            }
            int some = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, from, some);
            at += some;
            return some;
        }

        /** Only what was read may be sent anew: a reader that is slow holds the host up. */
        private void next() throws IOException {
            if (piece.length > 0) {
                getLocalWindow().release(piece.length);
            }
            try {
                piece = came.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
            at = 0;
            ended = piece == END;
        }
    }
}
