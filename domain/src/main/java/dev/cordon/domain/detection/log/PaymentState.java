package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gateways' words for a payment's state mean. */
final class PaymentState {

    private record State(byte[] word, Activity activity) {}

    private static final List<State> STATES =
            List.of(
                    state("failed", Activity.PAYMENT_FAILED),
                    state("declined", Activity.PAYMENT_FAILED),
                    state("denied", Activity.PAYMENT_FAILED),
                    state("refused", Activity.PAYMENT_FAILED),
                    state("paid", Activity.PAYMENT_SUCCEEDED),
                    state("succeeded", Activity.PAYMENT_SUCCEEDED),
                    state("completed", Activity.PAYMENT_SUCCEEDED),
                    state("captured", Activity.PAYMENT_SUCCEEDED),
                    state("refunded", Activity.ORDER_REFUNDED));
    private static final List<byte[]> THINGS =
            List.of(word("payment"), word("payment_intent"), word("charge"), word("capture"));

    private PaymentState() {}

    private static byte[] word(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    private static State state(String word, Activity activity) {
        return new State(word(word), activity);
    }

    /** Whether this is what a gateway calls a payment. */
    static boolean isPayment(byte[] bytes, int from, int to) {
        for (int i = 0; i < THINGS.size(); i++) {
            if (isWord(THINGS.get(i), bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** What has become of the payment; null if that is not decided, or not known. */
    static @Nullable Activity read(byte[] bytes, int from, int to) {
        for (int i = 0; i < STATES.size(); i++) {
            if (isWord(STATES.get(i).word(), bytes, from, to)) {
                return STATES.get(i).activity();
            }
        }
        return null;
    }

    /** Whether it is that word, in capitals or not. */
    private static boolean isWord(byte[] word, byte[] bytes, int from, int to) {
        if (to - from != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            byte b = bytes[from + i];
            if ((b >= 'A' && b <= 'Z' ? b | 0x20 : b) != word[i]) {
                return false;
            }
        }
        return true;
    }
}
