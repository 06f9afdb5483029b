package dev.cordon.infra.bootstrap.demo;

import dev.cordon.application.kernel.Page;
import dev.cordon.application.notification.LocalMailbox;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real mail server on this machine that delivers nothing: what it takes is shown in the console,
 * and is gone when the demonstration ends.
 */
final class DemoMailbox implements LocalMailbox, AutoCloseable {

    static final int MOST = 1_000;
    static final int LARGEST = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(DemoMailbox.class);

    private final Deque<Mail> mails = new ArrayDeque<>();
    private final InstantSource clock;
    private final SMTPServer server;
    private long taken;

    private DemoMailbox(InstantSource clock) {
        this.clock = clock;
        this.server =
                SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("localhost")
                        .softwareName("Cordon demonstration, delivers nothing")
                        .maxMessageSize(LARGEST)
                        .maxConnections(10)
                        .connectionTimeoutMs(60_000)
                        .messageHandler(this::take)
                        .build();
    }

    static DemoMailbox open(InstantSource clock) {
        var mailbox = new DemoMailbox(clock);
        mailbox.server.start();
        LOG.info("mail is caught locally port={}", mailbox.port());
        return mailbox;
    }

    int port() {
        return server.getPortAllocated();
    }

    private void take(MessageContext context, String from, String to, byte[] content)
            throws RejectException {
        var letter = Letter.of(content);
        synchronized (mails) {
            taken++;
            mails.addFirst(
                    new Mail(
                            Long.toString(taken),
                            clock.instant(),
                            letter.messageId(),
                            letter.from(),
                            to,
                            letter.replyTo(),
                            letter.subject(),
                            letter.text()));
            if (mails.size() > MOST) {
                mails.removeLast();
            }
        }
    }

    @Override
    public Page<Mail> list(Page.Request page) {
        var after = page.after();
        var rest =
                all().stream()
                        .filter(mail -> after == null || number(mail.id()) < number(after))
                        .limit(page.size() + 1L)
                        .toList();
        return rest.size() <= page.size()
                ? new Page<>(rest, null)
                : new Page<>(rest.subList(0, page.size()), rest.get(page.size() - 1).id());
    }

    @Override
    public Optional<Mail> find(String id) {
        return all().stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    @Override
    public int count() {
        return all().size();
    }

    private List<Mail> all() {
        synchronized (mails) {
            return List.copyOf(mails);
        }
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("this is no place in the mailbox", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
