package dev.cordon.domain.detection.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The other forms of a text that {@code base64}, {@code base64offset} and {@code windash} mean. */
final class Encodings {

    private static final char[] DASHES = {'-', '/', '–', '—', '―'};
    private static final int MOST_DASHES = 4;
    private static final int SHORTEST = 3;

    /** Where the code of a shifted text begins to depend on the text alone. */
    private static final int[] STARTS = {0, 2, 3};

    /** How much of the code's end depends on what follows, by the length's remainder. */
    private static final int[] CUTS = {0, 3, 2};

    private Encodings() {}

    static List<String> base64(String text, Modifiers modifiers) {
        var wide = modifiers.wide();
        byte[] plain = wide == null ? text.getBytes(StandardCharsets.UTF_8) : wide.bytes(text);
        return modifiers.offset()
                ? shifted(plain)
                : List.of(Base64.getEncoder().encodeToString(plain));
    }

    private static List<String> shifted(byte[] plain) {
        var codes = new ArrayList<String>();
        for (int offset = 0; offset < 3; offset++) {
            byte[] moved = new byte[plain.length + offset];
            System.arraycopy(plain, 0, moved, offset, plain.length);
            var code = Base64.getEncoder().encodeToString(moved);
            int end = code.length() - CUTS[moved.length % 3];
            if (end - STARTS[offset] < SHORTEST) {
                throw new Refused("a text of so few letters cannot be told inside Base64");
            }
            codes.add(code.substring(STARTS[offset], end));
        }
        return codes;
    }

    /** Each dash or slash that begins a word, in each of its forms. */
    static List<String> dashes(String text) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < text.length(); i++) {
            if (isDash(text.charAt(i)) && !isWord(text, i - 1) && isWord(text, i + 1)) {
                places.add(i);
            }
        }
        if (places.size() > MOST_DASHES) {
            throw new Refused("windash takes texts with at most " + MOST_DASHES + " dashes");
        }
        var forms = List.of(text);
        for (int place : places) {
            var more = new ArrayList<String>();
            for (var form : forms) {
                for (char dash : DASHES) {
                    more.add(form.substring(0, place) + dash + form.substring(place + 1));
                }
            }
            forms = more;
        }
        return forms;
    }

    private static boolean isDash(char c) {
        for (char dash : DASHES) {
            if (c == dash) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(String text, int index) {
        return index >= 0
                && index < text.length()
                && (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_');
    }
}
