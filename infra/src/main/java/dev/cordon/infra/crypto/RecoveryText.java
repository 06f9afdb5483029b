package dev.cordon.infra.crypto;

import java.util.Locale;

/**
 * A key of 32 bytes as people print and type it: thirteen groups of four characters and one that
 * checks them, in an alphabet without letters that look like digits (Crockford's Base32).
 *
 * <p>The check is a polynomial over the field of 32 elements, begun with the group's number: one
 * wrong character, two that changed places and two groups that changed places are always told, and
 * in which group.
 */
public final class RecoveryText {

    /** What was typed is not what was printed. */
    public static final class Mistyped extends Exception {
        Mistyped(String what) {
            super(what);
        }
    }

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int GROUPS = 13;
    private static final int IN_GROUP = 4;
    private static final int LENGTH = 32;

    /** x⁵ + x² + 1, which has no factors. */
    private static final int FIELD = 0b100101;

    private RecoveryText() {}

    static String of(byte[] secret) {
        var text = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            var values = new int[IN_GROUP];
            for (int i = 0; i < IN_GROUP; i++) {
                values[i] = take(secret, (group * IN_GROUP + i) * BITS);
                text.append(ALPHABET.charAt(values[i]));
            }
            text.append(ALPHABET.charAt(check(group, values)));
            text.append(group == GROUPS - 1 ? "" : "-");
        }
        return text.toString();
    }

    /** Spaces, line breaks, dashes and small letters are as good; so are O for 0, I and L for 1. */
    static byte[] read(String typed) throws Mistyped {
        var text = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        int wanted = GROUPS * (IN_GROUP + 1);
        if (text.length() != wanted) {
            throw new Mistyped(
                    "The recovery key has %d groups of %d characters, %d in all; this has %d."
                            .formatted(GROUPS, IN_GROUP + 1, wanted, text.length()));
        }
        var secret = new byte[LENGTH];
        for (int group = 0; group < GROUPS; group++) {
            var values = values(text, group);
            for (int i = 0; i < IN_GROUP; i++) {
                put(secret, (group * IN_GROUP + i) * BITS, values[i], group);
            }
        }
        return secret;
    }

    private static int[] values(String text, int group) throws Mistyped {
        var values = new int[IN_GROUP];
        int from = group * (IN_GROUP + 1);
        for (int i = 0; i < IN_GROUP; i++) {
            values[i] = value(text.charAt(from + i), group);
        }
        if (value(text.charAt(from + IN_GROUP), group) != check(group, values)) {
            throw mistyped(group);
        }
        return values;
    }

    private static int value(char typed, int group) throws Mistyped {
        int value =
                switch (typed) {
                    case 'O' -> 0;
                    case 'I', 'L' -> 1;
                    default -> ALPHABET.indexOf(typed);
                };
        if (value < 0) {
            throw mistyped(group);
        }
        return value;
    }

    /** A different power for each place, so that no two errors of one kind cancel out. */
    private static int check(int group, int[] values) {
        int sum = group + 1;
        for (int value : values) {
            sum = twice(sum ^ value);
        }
        return sum;
    }

    private static int twice(int value) {
        int shifted = value << 1;
        return (shifted & (1 << BITS)) == 0 ? shifted : shifted ^ FIELD;
    }

    private static int take(byte[] secret, int bit) {
        int value = 0;
        for (int i = bit; i < bit + BITS; i++) {
            int one = i < LENGTH * Byte.SIZE ? secret[i / 8] >> (7 - i % 8) & 1 : 0;
            value = value << 1 | one;
        }
        return value;
    }

    private static void put(byte[] secret, int bit, int value, int group) throws Mistyped {
        for (int i = 0; i < BITS; i++) {
            int one = value >> (BITS - 1 - i) & 1;
            int at = bit + i;
            if (at < LENGTH * Byte.SIZE) {
                secret[at / 8] |= (byte) (one << (7 - at % 8));
            } else if (one != 0) {
                throw mistyped(group);
            }
        }
    }

    private static Mistyped mistyped(int group) {
        return new Mistyped(
                "Group %d of the recovery key has a typing error. Nothing was done. Compare it with"
                                .formatted(group + 1)
                        + " the printed one.");
    }
}
