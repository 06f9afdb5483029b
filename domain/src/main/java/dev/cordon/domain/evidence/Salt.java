package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * 128 random bits that are hashed with words: whoever has the digest alone cannot find the words by
 * trying.
 *
 * @param hex 32 lower-case hexadecimal digits
 */
public record Salt(String hex) {

    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * @throws IllegalArgumentException if it is none
     */
    public Salt {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a salt has 32 lower-case hexadecimal digits");
        }
    }

    public static Salt fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Salt(HexFormat.of().formatHex(bytes));
    }

    /** The digest of it and the words, in the form {@code cordon/words/v1}. */
    public Sha256 over(List<String> words) {
        var form = Canonical.tagged("cordon/words/v1").add(hex);
        words.forEach(form::add);
        return form.sha256();
    }

    @Override
    public String toString() {
        return hex;
    }
}
