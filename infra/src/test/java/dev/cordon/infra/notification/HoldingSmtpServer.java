package dev.cordon.infra.notification;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.MessageHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server that holds a message at a chosen moment, so that its sender can be killed. */
final class HoldingSmtpServer implements MessageHandlerFactory, AutoCloseable {

    /** Where a message is held. */
    enum Moment {
        /** The recipient was named; nothing of the message is there yet. */
        AT_RECIPIENT,
        /** The whole message is there and kept; the sender has no answer yet. */
        BEFORE_THE_ANSWER
    }

    /** A message that is held. */
    static final class Hold {

        private final Moment moment;
        private final int after;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        private Hold(Moment moment, int after) {
            this.moment = moment;
            this.after = after;
        }

        void awaitReached() throws InterruptedException {
            if (!reached.await(3, TimeUnit.MINUTES)) {
                throw new IllegalStateException("no message came that far");
            }
        }

        void release() {
            released.countDown();
        }
    }

    private final SMTPServer server =
            SMTPServer.port(0)
                    .bindAddress(InetAddress.getLoopbackAddress())
                    .messageHandlerFactory(this)
                    .build();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile Hold hold = new Hold(Moment.AT_RECIPIENT, Integer.MAX_VALUE);

    HoldingSmtpServer() {
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    /** The recipients of the messages that were kept, in order. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    /** Holds the next message that comes that far once so many were taken. */
    Hold hold(Moment moment, int after) {
        hold = new Hold(moment, after);
        return hold;
    }

    private void pass(Moment moment, int before) {
        var current = hold;
        if (current.moment == moment && before >= current.after) {
            current.reached.countDown();
            try {
                current.released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public MessageHandler create(MessageContext context) {
        return new MessageHandler() {

            private String recipient = "";

            @Override
            public void from(String from) {}

            @Override
            public void recipient(String to) {
                recipient = to;
                pass(Moment.AT_RECIPIENT, taken.size());
            }

            @Override
            public String data(InputStream content) throws IOException {
                content.readAllBytes();
                int before = taken.size();
                taken.add(recipient);
                pass(Moment.BEFORE_THE_ANSWER, before);
                return "2.0.0 kept as number " + before;
            }

            @Override
            public void done() {}
        };
    }

    @Override
    public void close() {
        hold.release();
        server.stop();
    }
}
