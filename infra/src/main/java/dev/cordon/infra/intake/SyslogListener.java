package dev.cordon.infra.intake;

import dev.cordon.domain.detection.log.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for syslog over TCP or TLS. So many connections at once; the next one waits. A connection
 * is read as fast as lines can be kept, and ended when nothing came for an hour.
 */
final class SyslogListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SyslogListener.class);
    private static final int CONNECTIONS = 64;
    private static final int QUEUED = 64;
    private static final int IDLE_MILLIS = 3_600_000;
    private static final int GREETING_MILLIS = 20_000;

    private final SyslogSettings.Listener settings;
    private final LineQueue lines;
    private final ServerSocket server;
    private final Semaphore free = new Semaphore(CONNECTIONS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /**
     * @throws IOException if the port is taken
     */
    SyslogListener(SyslogSettings.Listener settings, ServerSocketFactory sockets, LineQueue lines)
            throws IOException {
        this.settings = settings;
        this.lines = lines;
        server = sockets.createServerSocket(settings.port(), QUEUED, settings.inetAddress());
        if (server instanceof SSLServerSocket secure) {
            secure.setNeedClientAuth(settings.clientCertificate());
        }
        Thread.ofVirtual().name("syslog " + port()).start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        end(server);
        open.forEach(SyslogListener::end);
    }

    private void accept() {
        try {
            while (true) {
                free.acquire();
                var socket = server.accept();
                open.add(socket);
                Thread.ofVirtual()
                        .name("syslog of " + settings.source())
                        .start(() -> serve(socket));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            if (!server.isClosed()) {
                LOG.error("syslog for {} is not listened for any more", settings.source(), e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (isAllowed(socket.getInetAddress())) {
                socket.setKeepAlive(true);
                socket.setSoTimeout(GREETING_MILLIS);
                checkCertificate(socket);
                socket.setSoTimeout(IDLE_MILLIS);
                read(new SyslogFrames(socket.getInputStream()));
            } else {
                LOG.warn(
                        "{} may not send syslog for {}",
                        socket.getInetAddress().getHostAddress(),
                        settings.source());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.info("a sender of syslog for {} went: {}", settings.source(), e.getMessage());
        } finally {
            open.remove(socket);
            free.release();
        }
    }

    /**
     * A certificate that is trusted by itself ends too: RFC 5280, section 6, asks for no validity
     * of a trust anchor, and Java accepts one that ended years ago.
     */
    private void checkCertificate(Socket socket) throws IOException {
        if (!settings.clientCertificate() || !(socket instanceof SSLSocket secure)) {
            return;
        }
        secure.startHandshake();
        if (secure.getSession().getPeerCertificates()[0] instanceof X509Certificate shown) {
            try {
                shown.checkValidity();
            } catch (CertificateException e) {
                throw new IOException("its certificate is not valid now", e);
            }
        }
    }

    private void read(SyslogFrames frames) throws IOException, InterruptedException {
        while (frames.next()) {
            int from = SyslogMessage.lineStart(frames.bytes(), frames.length());
            if (from < frames.length()) {
                lines.add(frames.bytes(), from, frames.length());
            }
        }
    }

    private boolean isAllowed(InetAddress peer) {
        return Address.of(peer.getHostAddress())
                .filter(
                        address ->
                                settings.networks().stream()
                                        .anyMatch(
                                                each ->
                                                        each.contains(
                                                                address.high(), address.low())))
                .isPresent();
    }

    private static void end(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            LOG.debug("a socket could not be closed", e);
        }
    }
}
