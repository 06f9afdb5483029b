package dev.cordon.domain.evidence.intake;

/**
 * Tells most digits at a glance: that neither a card number nor a verification code begins there. A
 * dump of a shop is full of digits, and a closer look costs many times as much.
 */
final class Glance {

    private static final boolean[] BETWEEN = table(" \t\r\n\"'\\:=>[](){};,|");
    private static final boolean[] ASSIGNS = table(":=>|\"'");

    /** What the names of codes end with: three letters, or digits. */
    private static final int[] ENDS =
            VerificationCodes.NAMES.stream().mapToInt(Glance::end).distinct().toArray();

    private static final int LONGEST_ESCAPE = 6;

    private Glance() {}

    private static int end(String name) {
        int length = name.length();
        return three(name.charAt(length - 3), name.charAt(length - 2), name.charAt(length - 1));
    }

    private static int three(int first, int second, int third) {
        return small(first) << 16 | small(second) << 8 | small(third);
    }

    private static int small(int one) {
        return one >= 'A' && one <= 'Z' ? one + 32 : one;
    }

    private static boolean[] table(String characters) {
        var table = new boolean[256];
        for (char one : characters.toCharArray()) {
            table[one] = true;
        }
        return table;
    }

    /**
     * Whether nothing begins there for sure. The run has one byte a digit and ends within what is
     * there.
     *
     * @param from where what is known begins
     * @param at the first digit
     * @param past behind the last one of its run
     * @param to where what is known ends
     */
    static boolean isNothing(byte[] bytes, int from, int at, int past, int to) {
        int next = bytes[past] & 0xff;
        int length = past - at;
        if (next == '%' || next == 0 && length == 1) {
            return false;
        }
        return switch (length) {
            case 3 ->
                    isWithin(bytes, from, at)
                            || Characters.isWord(next)
                            || !mayBeNamed(bytes, from, at);
            case 4 ->
                    isWithin(bytes, from, at)
                            || !mayGoOn(bytes, past, to)
                                    && (Characters.isWord(next) || !mayBeNamed(bytes, from, at));
            case 14, 15, 16, 19 -> isWithin(bytes, from, at);
            default -> true;
        };
    }

    /** Whether they go on with a word or with a number's digits behind its point, for sure. */
    private static boolean isWithin(byte[] bytes, int from, int at) {
        int before = at == from ? ' ' : bytes[at - 1] & 0xff;
        return before == '.' || Characters.isWord(before) && !mayBeEscaped(bytes, from, at);
    }

    private static boolean mayBeEscaped(byte[] bytes, int from, int at) {
        for (int i = Math.max(from, at - LONGEST_ESCAPE); i < at; i++) {
            if (bytes[i] == '\\' || bytes[i] == '%') {
                return true;
            }
        }
        return false;
    }

    /** Whether a second group of four or six digits may follow. */
    private static boolean mayGoOn(byte[] bytes, int parting, int to) {
        switch (bytes[parting] & 0xff) {
            case ' ', '+', '\t', '-', '_', '.' -> {
                int past = parting + 1;
                while (past < to && isDigit(bytes[past])) {
                    past++;
                }
                int length = past - parting - 1;
                return past == to || bytes[past] == '%' || length == 4 || length == 6;
            }
            case 0xa0, 0xc2, 0xe2 -> {
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    /** Whether the name of a code may stand before, and a sign that gives it a value. */
    private static boolean mayBeNamed(byte[] bytes, int from, int value) {
        if (value > from && bytes[value - 1] == '%') {
            return true;
        }
        boolean assigned = false;
        int i = value - 1;
        while (i >= from && BETWEEN[bytes[i] & 0xff]) {
            assigned |= ASSIGNS[bytes[i] & 0xff];
            i--;
        }
        if (i < from) {
            return false;
        }
        int last = bytes[i] & 0xff;
        if (last >= 0x80 || i - 2 >= from && bytes[i - 2] == '%') {
            return true;
        }
        if (isDigit(last) && bytes[i + 1] == ':') {
            return true; // how long a text is, as PHP writes it
        }
        if (!assigned) {
            return false;
        }
        int before = i == from ? ' ' : bytes[i - 1] & 0xff;
        int first = i - 1 <= from ? ' ' : bytes[i - 2] & 0xff;
        return isLeftOut(last)
                || isLeftOut(before)
                || isLeftOut(first)
                || isEnd(three(first, before, last));
    }

    private static boolean isEnd(int three) {
        for (int end : ENDS) {
            if (end == three) {
                return true;
            }
        }
        return false;
    }

    /** Within names. */
    private static boolean isLeftOut(int one) {
        return one == ' ' || one == '-' || one == '_';
    }

    private static boolean isDigit(int one) {
        return one >= '0' && one <= '9';
    }
}
