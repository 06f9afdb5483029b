package dev.cordon.notify.notification;

import dev.cordon.application.notification.MessageChannel;
import dev.cordon.domain.notification.Channel;
import java.time.InstantSource;

/** Mail by SMTP (RFC 5321) through one server. */
public final class SmtpChannel implements MessageChannel {

    private final SmtpSettings settings;
    private final InstantSource clock;

    public SmtpChannel(SmtpSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Connection open() throws Unavailable {
        var connection = new SmtpConnection(settings, clock);
        try {
            connection.connect();
            return connection;
        } catch (Unavailable e) {
            connection.close();
            throw e;
        }
    }
}
