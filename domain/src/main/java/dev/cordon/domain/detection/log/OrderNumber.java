package dev.cordon.domain.detection.log;

/** Finds the order that a sentence speaks of: {@code order #736}, {@code Order ID: 736}. */
final class OrderNumber {

    private static final byte[] ORDER = {'r', 'd', 'e', 'r'};
    private static final int BETWEEN = 8;
    private static final int LONGEST = 12;

    private OrderNumber() {}

    static void read(byte[] bytes, int from, int to, EventCursor into) {
        int at = Bytes.find(ORDER, bytes, from, to);
        while (at >= 0) {
            int start = digits(bytes, at + ORDER.length, to);
            int end = start < 0 ? -1 : Digits.end(bytes, start, to);
            boolean word = at > from && (bytes[at - 1] | 0x20) == 'o';
            if (word && end > start && end - start <= LONGEST) {
                into.set(EventField.ORDER, start, end);
                return;
            }
            at = Bytes.find(ORDER, bytes, at + 1, to);
        }
    }

    /** Where digits begin behind a few signs and the words id or number, or -1. */
    private static int digits(byte[] bytes, int from, int to) {
        int limit = Math.min(to, from + BETWEEN);
        int i = from;
        while (i < limit && !Digits.isDigit(bytes[i])) {
            if (!isBetween(bytes[i])) {
                return -1;
            }
            i++;
        }
        return i < limit && i > from ? i : -1;
    }

    private static boolean isBetween(byte b) {
        return switch (b) {
            case ' ', '#', ':', '_', '-', '=', '"', '\'', '>', 'i', 'I', 'd', 'D', 'n', 'o', 'N' ->
                    true;
            default -> false;
        };
    }
}
