package dev.cordon.domain.detection.shape;

/** A parameter that is nothing but a long number, with a short name or none. */
final class CacheBuster {

    private static final int LEAST_DIGITS = 3;
    private static final int MOST_DIGITS = 20;
    private static final int LONGEST_NAME = 12;

    private CacheBuster() {}

    static boolean isIn(byte[] bytes, int from, int to) {
        int sign = from;
        while (sign < to && bytes[sign] != '=' && sign - from <= LONGEST_NAME) {
            sign++;
        }
        boolean named = sign < to && bytes[sign] == '=';
        int start = named ? sign + 1 : from;
        int digits = to - start;
        if (digits < LEAST_DIGITS || digits > MOST_DIGITS || named && sign - from > LONGEST_NAME) {
            return false;
        }
        for (int i = start; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }
}
