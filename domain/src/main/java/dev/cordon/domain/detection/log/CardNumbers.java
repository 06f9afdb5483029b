package dev.cordon.domain.detection.log;

/**
 * Card numbers in a text: by the lengths and beginnings that issuers use (ISO/IEC 7812) and by
 * their check digit (Luhn), written at a stretch or in the groups that are printed on cards, also
 * as browsers send blanks. A time in milliseconds or an order's number is none; so are the numbers
 * of thirteen digits, which no issuer gives out any more and every clock writes.
 */
public final class CardNumbers {

    private static final int SHORTEST = 14;
    private static final int LONGEST = 19;
    private static final int PRINTED = 4;

    private CardNumbers() {}

    /**
     * The end of the card number that begins there, or of the digits that are none.
     *
     * @param at the first digit of a run
     * @return negative, the end inverted, if they are a card number
     */
    public static int end(byte[] bytes, int at, int to) {
        int end = digitsEnd(bytes, at, to);
        if (end - at == PRINTED) {
            int printed = printedEnd(bytes, at, to);
            return printed < 0 ? end : ~printed;
        }
        boolean card = end - at >= SHORTEST && end - at <= LONGEST && isCard(bytes, at, end);
        return card ? ~end : end;
    }

    /** Four groups of four, or four, six and five or four, parted by the same; -1 if not. */
    private static int printedEnd(byte[] bytes, int at, int to) {
        int first = at + PRINTED;
        int parting = parting(bytes, first, to);
        if (parting == 0) {
            return -1;
        }
        var digits = new byte[LONGEST];
        int count = 0;
        int groups = 0;
        int end = at;
        for (int i = at; groups < PRINTED; groups++) {
            int stop = digitsEnd(bytes, i, to);
            if (stop == i || count + stop - i > LONGEST) {
                break;
            }
            System.arraycopy(bytes, i, digits, count, stop - i);
            count += stop - i;
            end = stop;
            if (parting(bytes, stop, to) != parting || bytes[stop] != bytes[first]) {
                groups++;
                break;
            }
            i = stop + parting;
        }
        boolean shaped = count == 16 && groups == 4 || (count == 15 || count == 14) && groups == 3;
        return shaped && isCard(digits, 0, count) ? end : -1;
    }

    /** How long what parts two groups there is: a blank, a dash, or a blank as it is sent; or 0. */
    private static int parting(byte[] bytes, int at, int to) {
        if (at >= to) {
            return 0;
        }
        return switch (bytes[at]) {
            case ' ', '-', '+' -> 1;
            case '%' -> at + 2 < to && bytes[at + 1] == '2' && bytes[at + 2] == '0' ? 3 : 0;
            default -> 0;
        };
    }

    private static int digitsEnd(byte[] bytes, int at, int to) {
        int i = at;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }

    private static boolean isCard(byte[] digits, int from, int to) {
        int two = 10 * (digits[from] - '0') + digits[from + 1] - '0';
        boolean issued =
                switch (to - from) {
                    case 14 -> two == 30 || two == 36 || two == 38;
                    case 15 -> two == 34 || two == 37;
                    case 16 ->
                            two / 10 == 4
                                    || two >= 51 && two <= 55
                                    || two >= 22 && two <= 27
                                    || two == 35
                                    || two == 60
                                    || two == 62
                                    || two == 64
                                    || two == 65;
                    case 19 -> two / 10 == 4 || two / 10 == 6;
                    default -> false;
                };
        return issued && hasCheckDigit(digits, from, to);
    }

    private static boolean hasCheckDigit(byte[] digits, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            int digit = digits[i] - '0';
            boolean doubled = (to - i) % 2 == 0;
            sum += doubled ? 2 * digit - (digit > 4 ? 9 : 0) : digit;
        }
        return sum % 10 == 0;
    }
}
