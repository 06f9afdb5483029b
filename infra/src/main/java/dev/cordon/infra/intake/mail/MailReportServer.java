package dev.cordon.infra.intake.mail;

import dev.cordon.application.detection.TakeMailReport;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.rule.Cidr;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * A mail server for the addresses that stand for stores, as long as the program runs. Who may bring
 * mail is said by network; nobody logs in, and it sends nothing itself.
 */
final class MailReportServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailReportServer.class);
    private static final int CONNECTIONS = 8;
    private static final int QUEUED = 16;
    private static final int RECIPIENTS = 20;
    private static final int IDLE_MILLIS = 60_000;

    private final MailReportSettings settings;
    private final SslBundles bundles;
    private final MailIntake intake;
    private final List<Cidr> networks;
    private @Nullable SMTPServer server;

    MailReportServer(
            MailReportSettings settings,
            Function<TakeMailReport.Command, TakeMailReport.Outcome> take,
            SslBundles bundles,
            InstantSource clock) {
        this.settings = settings;
        this.bundles = bundles;
        this.intake = new MailIntake(settings, take, clock);
        this.networks = settings.networks();
    }

    @Override
    public synchronized void start() {
        try {
            var opened = build();
            opened.start();
            server = opened;
            LOG.info(
                    "mail about stores is taken on {} port {}",
                    settings.address(),
                    opened.getPortAllocated());
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "mail about stores cannot be listened for on %s port %d. Nothing was changed."
                                    .formatted(settings.address(), settings.port())
                            + " Name another address or port in cordon.mail-report.",
                    e);
        }
    }

    private SMTPServer build() throws IOException {
        var builder =
                SMTPServer.port(settings.port())
                        .bindAddress(settings.inetAddress())
                        .softwareName("Cordon")
                        .backlog(QUEUED)
                        .maxConnections(CONNECTIONS)
                        .connectionTimeoutMs(IDLE_MILLIS)
                        .maxRecipients(RECIPIENTS)
                        .maxMessageSize(Math.toIntExact(settings.largest().toBytes()))
                        .insertReceivedHeaders(false)
                        .sessionHandler(new KnownNetworksAlone())
                        .messageHandlerFactory(context -> intake.open());
        var tls = settings.tls();
        if (tls != null) {
            builder.enableTLS(true)
                    .requireTLS(settings.requireTls())
                    .startTlsSocketFactory(bundles.getBundle(tls).createSslContext());
        }
        return builder.build();
    }

    /** The one that was free, if none was named. */
    synchronized int port() {
        return server == null ? 0 : server.getPortAllocated();
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    /** Hangs up on everybody else before a word is heard. */
    private final class KnownNetworksAlone implements SessionHandler {

        @Override
        public SessionAcceptance accept(Session session) {
            var peer = peer(session);
            if (peer != null && isAllowed(peer)) {
                return SessionAcceptance.success();
            }
            LOG.warn("{} may not bring mail about stores", peer);
            return SessionAcceptance.failure(554, "5.7.1 mail is not taken from here");
        }

        private @Nullable InetAddress peer(Session session) {
            return session.getRemoteAddress() instanceof InetSocketAddress from
                    ? from.getAddress()
                    : null;
        }

        private boolean isAllowed(InetAddress peer) {
            return Address.of(peer.getHostAddress())
                    .filter(
                            address ->
                                    networks.stream()
                                            .anyMatch(
                                                    each ->
                                                            each.contains(
                                                                    address.high(), address.low())))
                    .isPresent();
        }

        @Override
        public void onSessionEnd(Session session) {}
    }
}
