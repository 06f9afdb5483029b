package dev.cordon.domain.detection.shape;

/** Texts that are addresses, such as where to go after the login: they have parameters too. */
final class Addresses {

    private static final int LONGEST_START = 300;

    private Addresses() {}

    /** Where the parameters of the address begin that the text is, or 0. */
    static int query(Text text) {
        boolean local = text.at(0) == '/' && text.isLetterOrDigit(1);
        boolean whole = text.has(0, "http://") || text.has(0, "https://");
        int i = 0;
        while (isPart(text.at(i)) && i < LONGEST_START) {
            i++;
        }
        return (local || whole) && text.at(i) == '?' ? i + 1 : 0;
    }

    /** Where the parameter ends that starts here. */
    static int end(Text text, int from) {
        int i = from;
        while (i < text.length() && text.at(i) != '&') {
            i++;
        }
        return i;
    }

    /** Where its value begins; if it has none, where it begins itself. */
    static int value(Text text, int from, int end) {
        int i = from;
        while (i < end && text.at(i) != '=') {
            i++;
        }
        return i < end ? i + 1 : from;
    }

    private static boolean isPart(int b) {
        return b >= 'a' && b <= 'z'
                || b >= '0' && b <= '9'
                || b >= 0x80
                || "/:._-~%@".indexOf(b) >= 0;
    }
}
