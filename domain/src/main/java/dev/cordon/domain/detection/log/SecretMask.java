package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Blots out what must not be kept of a line: keys of the store's interfaces, order keys, password
 * reset keys, passwords and tokens, also as members of JSON, credentials and cookies of headers,
 * card numbers. The line keeps its length, so that places in it stay what they were.
 */
public final class SecretMask {

    private static final byte BLOT = '*';

    /** The parameters whose values are secrets; a longer name that ends so counts too. */
    private static final List<byte[]> PARAMETERS =
            names(
                    "key",
                    "secret",
                    "token",
                    "password",
                    "passwd",
                    "pwd",
                    "signature",
                    "oauth_nonce");

    /** The same of JSON, where programs call much a key that is none. */
    private static final List<byte[]> MEMBERS =
            names(
                    "api_key",
                    "consumer_key",
                    "order_key",
                    "private_key",
                    "secret_key",
                    "secret",
                    "token",
                    "password",
                    "passwd",
                    "pwd",
                    "cvc",
                    "cvv",
                    "card_number");

    private static final List<byte[]> HEADERS = names("authorization", "cookie");

    /** What keys of WooCommerce's interface begin with; forty hexadecimal digits follow. */
    private static final List<byte[]> INTERFACE_KEYS = names("ck_", "cs_");

    private static final int INTERFACE_KEY = 40;
    private static final byte[] ORDER_KEY = "wc_order_".getBytes(StandardCharsets.US_ASCII);

    private SecretMask() {}

    /** Blots out in place. */
    public static void mask(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            if (b >= '0' && b <= '9') {
                i = afterDigits(bytes, from, i, to);
            } else if (b == '=') {
                i = afterSign(bytes, from, i, i + 1, to);
            } else if (b == '_') {
                i = afterUnderscore(bytes, from, i, to);
            } else if (b == ':') {
                i = afterColon(bytes, from, i, to);
            } else if (b == '%' && isEncodedSign(bytes, i, to)) {
                i = afterSign(bytes, from, i, i + 3, to);
            } else {
                i++;
            }
        }
    }

    private static int afterDigits(byte[] bytes, int from, int at, int to) {
        int end = CardNumbers.end(bytes, at, to);
        int past = end < 0 ? ~end : end;
        boolean alone =
                (at == from || !isWord(bytes[at - 1])) && (past == to || !isWord(bytes[past]));
        if (end < 0 && alone) {
            Arrays.fill(bytes, at, past, BLOT);
        }
        return past;
    }

    private static int afterSign(byte[] bytes, int from, int sign, int value, int to) {
        if (!endsWithAny(bytes, from, sign, PARAMETERS)) {
            return value;
        }
        int end = value;
        while (end < to && isValue(bytes[end]) && !isEncodedAnd(bytes, end, to)) {
            end++;
        }
        Arrays.fill(bytes, value, end, BLOT);
        return end;
    }

    /** Keys that say by their beginning what they are, wherever they stand. */
    private static int afterUnderscore(byte[] bytes, int from, int at, int to) {
        int value = at + 1;
        int end = value;
        while (end < to && isLetterOrDigit(bytes[end])) {
            end++;
        }
        boolean key =
                end - value == INTERFACE_KEY && endsWithAny(bytes, from, value, INTERFACE_KEYS)
                        || Bytes.endsWith(bytes, from, value, ORDER_KEY);
        if (!key) {
            return value;
        }
        Arrays.fill(bytes, value, end, BLOT);
        return end;
    }

    /** A member of JSON with a secret name, or a header. */
    private static int afterColon(byte[] bytes, int from, int at, int to) {
        boolean quoted = at > from && bytes[at - 1] == '"';
        int nameEnd = quoted ? at - 1 : at;
        boolean header = endsWithAnyCase(bytes, from, nameEnd, HEADERS);
        if (!header && !(quoted && endsWithAny(bytes, from, nameEnd, MEMBERS))) {
            return at + 1;
        }
        int value = at + 1;
        while (value < to && bytes[value] == ' ') {
            value++;
        }
        if (value < to && bytes[value] == '"') {
            value++;
        } else if (quoted) {
            return value; // a number, or an object, whose members are looked at
        }
        int end = value;
        while (end < to && bytes[end] != '"' && bytes[end] != '\n' && bytes[end] != '\r') {
            end += bytes[end] == '\\' && end + 1 < to && bytes[end + 1] != '\n' ? 2 : 1;
        }
        Arrays.fill(bytes, value, end, BLOT);
        return end;
    }

    private static boolean isEncodedSign(byte[] bytes, int at, int to) {
        return at + 2 < to && bytes[at + 1] == '3' && (bytes[at + 2] | 0x20) == 'd';
    }

    private static boolean isEncodedAnd(byte[] bytes, int at, int to) {
        return bytes[at] == '%' && at + 2 < to && bytes[at + 1] == '2' && bytes[at + 2] == '6';
    }

    private static boolean endsWithAny(byte[] bytes, int from, int to, List<byte[]> ends) {
        for (byte[] end : ends) {
            if (Bytes.endsWith(bytes, from, to, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithAnyCase(byte[] bytes, int from, int to, List<byte[]> ends) {
        for (byte[] end : ends) {
            int start = to - end.length;
            int i = 0;
            while (start >= from && i < end.length && (bytes[start + i] | 0x20) == end[i]) {
                i++;
            }
            if (i == end.length) {
                return true;
            }
        }
        return false;
    }

    private static boolean isValue(byte b) {
        return switch (b) {
            case '&', ' ', '"', '#', ';', '\n', '\r' -> false;
            default -> true;
        };
    }

    private static boolean isWord(byte b) {
        return isLetterOrDigit(b) || b == '_' || b == '.';
    }

    private static boolean isLetterOrDigit(byte b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private static List<byte[]> names(String... names) {
        return Arrays.stream(names).map(n -> n.getBytes(StandardCharsets.US_ASCII)).toList();
    }
}
