package dev.cordon.infra.intake.payment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Random;
import java.util.zip.CRC32;

/** Finds another JSON text with the CRC-32 of a given one: what an attacker does in a moment. */
final class Collision {

    private static final String END = "\"}";
    private static final int LETTERS = 64;
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Collision() {}

    /**
     * CRC-32 is linear: each of the letters' bits changes the sum in a way that does not depend on
     * the others, so that a system of 32 equations says which of them to change.
     *
     * @param begin of the forged text; letters and {@code "}} follow
     */
    static String of(String begin, String original) {
        var random = new Random(7);
        while (true) {
            var one = letters(random);
            var two = letters(random);
            var found = choose(begin, one, two, crc(original));
            if (found != null) {
                return begin + found + END;
            }
        }
    }

    /** At each place one of two letters, so that the sum is the wanted one; null if none is. */
    private static String choose(String begin, String one, String two, long wanted) {
        long base = crc(begin + one + END);
        var sums = new long[LETTERS];
        var picks = new long[LETTERS];
        for (int i = 0; i < LETTERS; i++) {
            var changed = one.substring(0, i) + two.charAt(i) + one.substring(i + 1);
            sums[i] = crc(begin + changed + END) ^ base;
            picks[i] = 1L << i;
        }
        long left = wanted ^ base;
        long chosen = 0;
        int row = 0;
        for (int bit = 31; bit >= 0; bit--) {
            int pivot = row;
            while (pivot < LETTERS && (sums[pivot] >> bit & 1) == 0) {
                pivot++;
            }
            if (pivot == LETTERS) {
                continue;
            }
            swap(sums, row, pivot);
            swap(picks, row, pivot);
            for (int i = row + 1; i < LETTERS; i++) {
                if ((sums[i] >> bit & 1) == 1) {
                    sums[i] ^= sums[row];
                    picks[i] ^= picks[row];
                }
            }
            if ((left >> bit & 1) == 1) {
                left ^= sums[row];
                chosen ^= picks[row];
            }
            row++;
        }
        return left == 0 ? mixed(one, two, chosen) : null;
    }

    private static String mixed(String one, String two, long chosen) {
        var text = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            text.append((chosen >> i & 1) == 1 ? two.charAt(i) : one.charAt(i));
        }
        return text.toString();
    }

    private static void swap(long[] values, int a, int b) {
        long kept = values[a];
        values[a] = values[b];
        values[b] = kept;
    }

    private static String letters(Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static long crc(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(ISO_8859_1));
        return crc.getValue();
    }
}
