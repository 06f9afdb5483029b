package dev.cordon.application.notification;

import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.notification.Channel;
import java.util.List;

/** The ways out that this installation has. */
@Supporting
class Channels {

    private final List<MessageChannel> channels;

    Channels(List<MessageChannel> channels) {
        this.channels = List.copyOf(channels);
    }

    MessageChannel.Connection open(Channel wanted) throws Unavailable {
        for (var channel : channels) {
            if (channel.channel() == wanted) {
                return channel.open();
            }
        }
        throw new Unavailable("This installation cannot send by %s.".formatted(wanted));
    }
}
