package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence in WooCommerce's log means, of its own or of a gateway. Gateways have no common
 * words: a failed payment is told by a word for the payment and a word for the failure in one line
 * that is no mere debugging.
 */
final class WooCommerceMessage {

    private static final Phrases OWN =
            new Phrases()
                    .with(Activity.ORDER_FAILED, "Email \"failed_order\" for order")
                    .with(Activity.ORDER_PAID, "Email \"customer_processing_order\" for order")
                    .with(Activity.EMAIL_SENT, "Email \"")
                    .with(Activity.CHECKOUT_FAILED, "[Store API #FAIL]")
                    .with(Activity.FATAL_ERROR, "Uncaught ");
    private static final Phrases ANYWHERE =
            new Phrases()
                    .with(
                            Activity.PAYMENT_FAILED,
                            "payment failed",
                            "payment declined",
                            "payment was declined",
                            "card was declined",
                            "card declined",
                            "card has been declined",
                            "charge failed",
                            "charge declined",
                            "transaction declined",
                            "transaction failed",
                            "insufficient funds",
                            "do not honor")
                    .with(
                            Activity.PAYMENT_SUCCEEDED,
                            "payment succeeded",
                            "payment successful",
                            "payment completed",
                            "payment complete",
                            "payment captured",
                            "charge succeeded",
                            "charge complete");
    private static final List<byte[]> PAYMENT =
            words("payment", "card", "charge", "transaction", "intent");
    private static final List<byte[]> FAILED =
            words("declined", "failed", "refused", "rejected", "denied", "not authorized");
    private static final byte[] STORE_API = text("[Store API #");
    private static final byte[] PROCESSED = text("Order processed");
    private static final byte[] PAYMENT_WORD = text("payment");
    private static final int LONGEST = 400;

    private final byte[] lower = new byte[LONGEST];

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static List<byte[]> words(String... words) {
        return java.util.Arrays.stream(words).map(WooCommerceMessage::text).toList();
    }

    /** Sets class, activity, outcome, order and file. */
    void read(byte[] bytes, int from, int to, Scratch scratch, EventCursor into) {
        into.eventClass = EventClass.WEB_RESOURCES_ACTIVITY;
        var activity = activity(bytes, from, to, into);
        if (!into.has(EventField.ORDER)) {
            OrderNumber.read(bytes, from, Math.min(to, from + LONGEST), into);
        }
        if (activity == Activity.FATAL_ERROR) {
            into.eventClass = EventClass.APPLICATION_ERROR;
            if (!into.has(EventField.FILE)) {
                PhpMessage.file(bytes, from, to, into);
            }
        } else if (activity == null && !into.has(EventField.ORDER)) {
            into.eventClass = EventClass.BASE;
        }
        if (activity != null) {
            scratch.set(EventField.ACTIVITY, activity, into);
            OrderState.outcome(activity, scratch, into);
        }
    }

    private @Nullable Activity activity(byte[] bytes, int from, int to, EventCursor into) {
        var own = OWN.beginning(bytes, from, to);
        if (own == Activity.CHECKOUT_FAILED) {
            int code = into.from(EventField.DETAIL);
            boolean payment =
                    Bytes.find(PAYMENT_WORD, bytes, code, into.to(EventField.DETAIL)) >= 0;
            return payment ? Activity.PAYMENT_FAILED : own;
        }
        if (own != null) {
            return own;
        }
        if (Bytes.startsWith(bytes, from, to, STORE_API)) {
            return Bytes.endsWith(bytes, from, to, PROCESSED) ? Activity.ORDER_PLACED : null;
        }
        return ofGateway(bytes, from, to, isSerious(bytes, into));
    }

    /** The first line alone: a gateway's dump of an answer holds all of these words. */
    private @Nullable Activity ofGateway(byte[] bytes, int from, int to, boolean serious) {
        int length = 0;
        while (length < LONGEST && from + length < to && bytes[from + length] != '\n') {
            byte b = bytes[from + length];
            lower[length++] = b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
        }
        var plain = ANYWHERE.meaning(lower, 0, length);
        boolean failed = plain == null && serious && has(PAYMENT, length) && has(FAILED, length);
        return failed ? Activity.PAYMENT_FAILED : plain;
    }

    private boolean has(List<byte[]> words, int length) {
        for (int i = 0; i < words.size(); i++) {
            if (Bytes.find(words.get(i), lower, 0, length) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** DEBUG and INFO are not; old lines do not say. */
    private static boolean isSerious(byte[] bytes, EventCursor event) {
        if (!event.has(EventField.LEVEL)) {
            return true;
        }
        byte first = bytes[event.from(EventField.LEVEL)];
        return first != 'D' && first != 'I';
    }
}
