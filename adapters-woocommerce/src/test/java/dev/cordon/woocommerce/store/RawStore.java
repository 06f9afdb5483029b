package dev.cordon.woocommerce.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A server that sends exactly these bytes and then hangs up, or holds the line. */
final class RawStore implements AutoCloseable {

    private final ServerSocket listening;
    private final List<Socket> held = new ArrayList<>();

    private RawStore(String answer, boolean hold) throws IOException {
        listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> serve(answer, hold));
    }

    static RawStore sendingAndHangingUp(String answer) {
        return open(answer, false);
    }

    static RawStore sendingAndHolding(String answer) {
        return open(answer, true);
    }

    private static RawStore open(String answer, boolean hold) {
        try {
            return new RawStore(answer, hold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    private void serve(String answer, boolean hold) {
        while (!listening.isClosed()) {
            try {
                var line = listening.accept();
                line.getInputStream().read(new byte[4096]);
                line.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                line.getOutputStream().flush();
                if (hold) {
                    held.add(line);
                } else {
                    line.close();
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var line : held) {
            line.close();
        }
    }
}
