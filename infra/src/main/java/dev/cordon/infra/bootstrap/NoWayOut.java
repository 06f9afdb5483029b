package dev.cordon.infra.bootstrap;

import dev.cordon.application.notification.MessageChannel;
import dev.cordon.domain.notification.Channel;

/**
 * A channel that leads nowhere yet: what is to be sent waits, and everybody sees for what.
 *
 * @param sentence what is missing and what to do
 */
public record NoWayOut(Channel channel, String sentence) implements MessageChannel {

    @Override
    public Connection open() throws Unavailable {
        throw new Unavailable(sentence);
    }
}
