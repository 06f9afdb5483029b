package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Blots out what must not be kept from an address line: keys of the store's interfaces, order keys,
 * password reset keys. The line keeps its length, so that places in it stay what they were.
 */
public final class SecretMask {

    private static final byte BLOT = '*';

    /** The parameters whose values are secrets; a longer name that ends so counts too. */
    private static final List<byte[]> NAMES =
            List.of(
                    name("key"),
                    name("secret"),
                    name("token"),
                    name("password"),
                    name("passwd"),
                    name("pwd"),
                    name("signature"),
                    name("oauth_nonce"));

    private SecretMask() {}

    /** Blots out in place. */
    public static void mask(byte[] bytes, int from, int to) {
        int sign = Bytes.indexOf((byte) '=', bytes, from, to);
        while (sign >= 0) {
            int end = endOfValue(bytes, sign + 1, to);
            if (isSecret(bytes, from, sign)) {
                java.util.Arrays.fill(bytes, sign + 1, end, BLOT);
            }
            sign = Bytes.indexOf((byte) '=', bytes, end, to);
        }
    }

    private static boolean isSecret(byte[] bytes, int from, int to) {
        for (byte[] name : NAMES) {
            if (Bytes.endsWith(bytes, from, to, name)) {
                return true;
            }
        }
        return false;
    }

    private static int endOfValue(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isValue(bytes[i])) {
            i++;
        }
        return i;
    }

    private static boolean isValue(byte b) {
        return switch (b) {
            case '&', ' ', '"', '#', ';', '\n', '\r' -> false;
            default -> true;
        };
    }

    private static byte[] name(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
