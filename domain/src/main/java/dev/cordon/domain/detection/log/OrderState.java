package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What WooCommerce's word for an order's state means. */
final class OrderState {

    private record State(byte[] word, Activity activity) {}

    private static final List<State> STATES =
            List.of(
                    state("failed", Activity.ORDER_FAILED),
                    state("processing", Activity.ORDER_PAID),
                    state("completed", Activity.ORDER_PAID),
                    state("pending", Activity.ORDER_PENDING),
                    state("on-hold", Activity.ORDER_PENDING),
                    state("checkout-draft", Activity.ORDER_PENDING),
                    state("cancelled", Activity.ORDER_CANCELLED),
                    state("refunded", Activity.ORDER_REFUNDED));
    private static final byte[] PREFIX = {'w', 'c', '-'};
    private static final byte[] FAILURE = "failure".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SUCCESS = "success".getBytes(StandardCharsets.US_ASCII);

    private OrderState() {}

    private static State state(String word, Activity activity) {
        return new State(word.getBytes(StandardCharsets.US_ASCII), activity);
    }

    /** What has become of the order; null for a state that a plugin made up. */
    static @Nullable Activity read(byte[] bytes, int from, int to) {
        int start = Bytes.startsWith(bytes, from, to, PREFIX) ? from + PREFIX.length : from;
        for (int i = 0; i < STATES.size(); i++) {
            byte[] word = STATES.get(i).word();
            if (to - start == word.length && Bytes.startsWith(bytes, start, to, word)) {
                return STATES.get(i).activity();
            }
        }
        return null;
    }

    /** Whether it went well, where that can be said. */
    static void outcome(@Nullable Activity activity, Scratch scratch, EventCursor into) {
        if (activity == null) {
            return;
        }
        switch (activity) {
            case ORDER_FAILED, PAYMENT_FAILED, CHECKOUT_FAILED, WEBHOOK_FAILED, LOGIN_FAILED ->
                    scratch.set(EventField.OUTCOME, FAILURE, into);
            case ORDER_PAID, ORDER_PLACED, PAYMENT_SUCCEEDED, WEBHOOK_DELIVERED, LOGIN_SUCCEEDED ->
                    scratch.set(EventField.OUTCOME, SUCCESS, into);
            default -> {}
        }
    }
}
