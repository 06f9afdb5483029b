package dev.cordon.application.notification;

import dev.cordon.domain.notification.Channel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A way out that answers as it is told, and well when it was told nothing. */
public final class ScriptedChannel implements MessageChannel {

    /** What happens when a message is handed over. */
    public interface Act {
        DeliveryResult of(Message message) throws Unavailable;
    }

    private final List<Message> sent = new ArrayList<>();
    private final Queue<Act> acts = new ArrayDeque<>();
    private boolean shut;
    private int opened;

    /** For the next messages, one each. */
    public ScriptedChannel then(Act... next) {
        acts.addAll(List.of(next));
        return this;
    }

    public void shut(boolean isShut) {
        shut = isShut;
    }

    /** Every message that was handed over, whatever came of it. */
    public List<Message> sent() {
        return List.copyOf(sent);
    }

    public int opened() {
        return opened;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Connection open() throws Unavailable {
        if (shut) {
            throw new Unavailable("No mail server is configured. Set cordon.smtp.host.");
        }
        opened++;
        return new Connection() {
            @Override
            public DeliveryResult send(Message message) throws Unavailable {
                var act = acts.poll();
                var result = act == null ? accepted(message) : act.of(message);
                sent.add(message);
                return result;
            }

            @Override
            public void close() {}
        };
    }

    public static DeliveryResult accepted(Message message) {
        return new DeliveryResult.Accepted(message.messageId(), "250 queued", "mx:25");
    }
}
