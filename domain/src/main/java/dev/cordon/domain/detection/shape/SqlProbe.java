package dev.cordon.domain.detection.shape;

/**
 * What somebody writes who tries whether a field reaches a database: a quote at the end, quotes and
 * brackets in a heap. A customer may do so by accident, hardly several times.
 */
final class SqlProbe {

    private SqlProbe() {}

    static boolean isProbe(byte[] text, int length) {
        int end = length;
        while (end > 0 && text[end - 1] == ' ') {
            end--;
        }
        if (end > 1 && isQuote(text[end - 1]) && count(text, end, text[end - 1]) % 2 == 1) {
            return end == 1 || !Character.isLetter(text[end - 2]) || count(text, end, ' ') == 0;
        }
        int heap = 0;
        for (int i = 0; i < end; i++) {
            heap = isQuote(text[i]) || "(),.;\\".indexOf(text[i]) >= 0 ? heap + 1 : 0;
            if (heap >= 4 && hasQuote(text, i - heap + 1, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasQuote(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isQuote(text[i])) {
                return true;
            }
        }
        return false;
    }

    private static int count(byte[] text, int length, int wanted) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += text[i] == wanted ? 1 : 0;
        }
        return count;
    }

    private static boolean isQuote(byte b) {
        return b == '\'' || b == '"' || b == '`' || b == '\\';
    }
}
