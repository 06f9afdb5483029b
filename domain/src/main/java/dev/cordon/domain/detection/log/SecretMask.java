package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Blots out what must not be kept of a line: keys of the store's interfaces, order keys, password
 * reset keys, passwords and tokens, also as members of JSON and of arrays as PHP prints them,
 * credentials and cookies of headers, card numbers. The line keeps its length, so that places in it
 * stay what they were.
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
                    "oauth_nonce",
                    "cvc",
                    "cvv",
                    "cvc2",
                    "cvv2",
                    "cvn",
                    "security_code");

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
                    "cvc2",
                    "cvv2",
                    "cvn",
                    "security_code",
                    "card_number");

    private static final List<byte[]> HEADERS =
            names("authorization", "cookie", "api-key", "auth-token", "x-wp-nonce");

    /** What keys of WooCommerce's interface begin with; forty hexadecimal digits follow. */
    private static final List<byte[]> INTERFACE_KEYS = names("ck_", "cs_");

    private static final int INTERFACE_KEY = 40;
    private static final byte[] ORDER_KEY = "wc_order_".getBytes(StandardCharsets.US_ASCII);

    private SecretMask() {}

    /** Blots out in place. */
    public static void mask(byte[] bytes, int from, int to) {
        mask(bytes, from, to, null);
    }

    /** The same, but puts marks in the place of long keys in addresses of requests. */
    public static void mask(byte[] bytes, int from, int to, @Nullable SecretMark mark) {
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            if (b >= '0' && b <= '9') {
                i = afterDigits(bytes, from, i, to);
            } else if (b == '=' && i + 1 < to && bytes[i + 1] == '>') {
                i = afterArrow(bytes, from, i, to);
            } else if (b == '=') {
                i = afterSign(bytes, from, i, i + 1, to, mark);
            } else if (b == '_') {
                i = afterUnderscore(bytes, from, i, to, mark);
            } else if (b == ':') {
                i = afterColon(bytes, from, i, to);
            } else if (b == '%' && isEncodedSign(bytes, i, to)) {
                i = afterSign(bytes, from, i, i + 3, to, mark);
            } else {
                i++;
            }
        }
    }

    private static int afterDigits(byte[] bytes, int from, int at, int to) {
        int end = CardNumbers.end(bytes, at, to);
        int past = end < 0 ? ~end : end;
        boolean alone =
                (at == from || !isWord(bytes[at - 1]) && bytes[at - 1] != '.')
                        && (past == to || !isWord(bytes[past]));
        if (end < 0 && alone) {
            Arrays.fill(bytes, at, past, BLOT);
        }
        return past;
    }

    private static int afterSign(
            byte[] bytes, int from, int sign, int value, int to, @Nullable SecretMark mark) {
        if (!endsWithAny(bytes, from, sign, PARAMETERS)) {
            return value;
        }
        int end = value;
        while (end < to && isValue(bytes[end]) && !isEncodedAnd(bytes, end, to)) {
            end++;
        }
        return blotted(bytes, value, end, mark);
    }

    /** Keys that say by their beginning what they are, wherever they stand. */
    private static int afterUnderscore(
            byte[] bytes, int from, int at, int to, @Nullable SecretMark mark) {
        int value = at + 1;
        int end = value;
        while (end < to && isLetterOrDigit(bytes[end])) {
            end++;
        }
        boolean key =
                end - value == INTERFACE_KEY && endsWithAny(bytes, from, value, INTERFACE_KEYS)
                        || endsWith(bytes, from, value, ORDER_KEY);
        if (!key) {
            return value;
        }
        return blotted(bytes, value, end, mark);
    }

    /** A member of JSON with a secret name, or a header. JSON may stand in a text of JSON. */
    private static int afterColon(byte[] bytes, int from, int at, int to) {
        int name = blanksStart(bytes, from, at);
        int nameEnd = quoteStart(bytes, from, name);
        boolean quoted = nameEnd < name;
        boolean header = endsWithAny(bytes, from, nameEnd, HEADERS);
        if (!header && !(quoted && endsWithAny(bytes, from, nameEnd, MEMBERS))) {
            return at + 1;
        }
        int value = blanksEnd(bytes, at + 1, to);
        boolean nested = startsNested(bytes, value, to);
        if (nested || value < to && bytes[value] == '"') {
            value += nested ? 2 : 1;
            return blotted(bytes, value, textEnd(bytes, value, to, nested));
        }
        return blotted(
                bytes, value, quoted ? digitsEnd(bytes, value, to) : lineEnd(bytes, value, to));
    }

    /** An element of an array as PHP's print_r and var_export write it. */
    private static int afterArrow(byte[] bytes, int from, int at, int to) {
        int name = blanksStart(bytes, from, at) - 1;
        boolean named = name >= from && (bytes[name] == ']' || bytes[name] == '\'');
        if (!named
                || !endsWithAny(bytes, from, name, MEMBERS)
                        && !endsWithAny(bytes, from, name, HEADERS)) {
            return at + 2;
        }
        int value = blanksEnd(bytes, at + 2, to);
        return blotted(bytes, value, lineEnd(bytes, value, to));
    }

    private static int blanksStart(byte[] bytes, int from, int end) {
        int i = end;
        while (i > from && bytes[i - 1] == ' ') {
            i--;
        }
        return i;
    }

    private static int blanksEnd(byte[] bytes, int at, int to) {
        int i = at;
        while (i < to && bytes[i] == ' ') {
            i++;
        }
        return i;
    }

    /**
     * Where the quote before the colon begins, also one of JSON in JSON; the colon if none does.
     */
    private static int quoteStart(byte[] bytes, int from, int colon) {
        if (colon == from || bytes[colon - 1] != '"') {
            return colon;
        }
        return colon - 1 > from && bytes[colon - 2] == '\\' ? colon - 2 : colon - 1;
    }

    private static boolean startsNested(byte[] bytes, int at, int to) {
        return at + 1 < to && bytes[at] == '\\' && bytes[at + 1] == '"';
    }

    private static int textEnd(byte[] bytes, int at, int to, boolean nested) {
        int i = at;
        while (i < to && bytes[i] != '"' && bytes[i] != '\n' && bytes[i] != '\r') {
            if (nested && startsNested(bytes, i, to)) {
                return i;
            }
            i += bytes[i] == '\\' && i + 1 < to && bytes[i + 1] != '\n' ? 2 : 1;
        }
        return Math.min(i, to);
    }

    private static int digitsEnd(byte[] bytes, int at, int to) {
        int i = at;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }

    private static int lineEnd(byte[] bytes, int at, int to) {
        int i = at;
        while (i < to && bytes[i] != '"' && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    private static int blotted(byte[] bytes, int from, int to, @Nullable SecretMark mark) {
        if (mark == null) {
            return blotted(bytes, from, to);
        }
        mark.put(bytes, from, to);
        return to;
    }

    private static int blotted(byte[] bytes, int from, int to) {
        Arrays.fill(bytes, from, to, BLOT);
        return to;
    }

    private static boolean isEncodedSign(byte[] bytes, int at, int to) {
        return at + 2 < to && bytes[at + 1] == '3' && (bytes[at + 2] | 0x20) == 'd';
    }

    private static boolean isEncodedAnd(byte[] bytes, int at, int to) {
        return bytes[at] == '%' && at + 2 < to && bytes[at + 1] == '2' && bytes[at + 2] == '6';
    }

    /** Names are written in small letters; capital ones count as such. */
    private static boolean endsWithAny(byte[] bytes, int from, int to, List<byte[]> ends) {
        for (byte[] end : ends) {
            if (endsWith(bytes, from, to, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(byte[] bytes, int from, int to, byte[] end) {
        int start = to - end.length;
        if (start < from) {
            return false;
        }
        for (int i = end.length - 1; i >= 0; i--) {
            byte b = bytes[start + i];
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != end[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isValue(byte b) {
        return switch (b) {
            case '&', ' ', '"', '#', ';', '\n', '\r' -> false;
            default -> true;
        };
    }

    private static boolean isWord(byte b) {
        return isLetterOrDigit(b) || b == '_';
    }

    private static boolean isLetterOrDigit(byte b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private static List<byte[]> names(String... names) {
        return Arrays.stream(names).map(n -> n.getBytes(StandardCharsets.US_ASCII)).toList();
    }
}
