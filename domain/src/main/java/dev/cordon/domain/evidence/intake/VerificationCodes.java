package dev.cordon.domain.evidence.intake;

import java.util.List;

/**
 * Card verification codes: three or four digits that stand behind the name of such a field, as
 * forms, JSON, XML, headers, and programs write them.
 */
final class VerificationCodes {

    /** As they end when blanks, dashes and underscores are taken out. */
    static final List<String> NAMES =
            List.of(
                    "cvc",
                    "cvv",
                    "cvc2",
                    "cvv2",
                    "cvn",
                    "cvcode",
                    "cvccode",
                    "cvvcode",
                    "cvcnumber",
                    "cvvnumber",
                    "cvnumber",
                    "securitycode",
                    "cardcode",
                    "cardverification",
                    "verificationvalue",
                    "cryptogramme",
                    "pruefnummer",
                    "kartenpruefziffer");

    private static final int MOST_BETWEEN = 24;

    private VerificationCodes() {}

    /** The end of the code whose digits begin there; -1 if it is none. */
    static int end(Characters text, int at) {
        int end = at;
        int count = 0;
        while (count < 5 && text.isDigit(end)) {
            end += text.length(end);
            count++;
        }
        boolean alone = !Characters.isWord(text.at(end));
        return (count == 3 || count == 4) && alone && isNamed(text, at) ? end : -1;
    }

    private static boolean isNamed(Characters text, int value) {
        boolean assigned = false;
        int i = value;
        for (int between = 0; between < MOST_BETWEEN; between++) {
            int before = before(text, i);
            int one = before < 0 ? Characters.OTHER : text.at(before);
            if (isLength(text, before)) {
                i = before - 3 * text.width();
            } else if (" \t\r\n\"'\\:=>[](){};,|".indexOf(one) >= 0) {
                assigned |= ":=>|".indexOf(one) >= 0 || one == '"' || one == '\'';
                i = before;
            } else {
                return assigned && endsWithName(text, i);
            }
        }
        return false;
    }

    /** Where PHP says how long a text is: the colon of {@code s:3:"}. */
    private static boolean isLength(Characters text, int colon) {
        int width = text.width();
        return colon >= 0
                && text.at(colon) == ':'
                && text.isDigit(colon - width)
                && text.at(colon - 2 * width) == ':'
                && text.at(colon - 3 * width) == 's';
    }

    /** Where the character before begins; -1 if there is none. */
    private static int before(Characters text, int at) {
        if (text.width() == 1 && at - 3 >= text.from() && text.length(at - 3) == 3) {
            return at - 3;
        }
        int before = at - text.width();
        return before < text.from() ? -1 : before;
    }

    private static boolean endsWithName(Characters text, int end) {
        for (var name : NAMES) {
            if (endsWith(text, end, name)) {
                return true;
            }
        }
        return false;
    }

    /** Letter after letter, from the last one on. */
    private static boolean endsWith(Characters text, int end, String name) {
        int left = name.length();
        for (int i = end - text.width(); left > 0 && i >= text.from(); i -= text.width()) {
            int one = text.at(i);
            if (one == ' ' || one == '-' || one == '_') {
                continue;
            }
            left--;
            if (name.charAt(left) != (one >= 'A' && one <= 'Z' ? one + 32 : one)) {
                return false;
            }
        }
        return left == 0;
    }
}
