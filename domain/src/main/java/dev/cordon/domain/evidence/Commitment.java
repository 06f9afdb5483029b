package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands for words in a hash, so that the words can be destroyed and the hash stays right: the
 * digest of a salt and the words.
 *
 * @param digest stays for good
 * @param salt is destroyed with the words; null then
 */
public record Commitment(Sha256 digest, @Nullable Salt salt) {

    /** What stands for words that were changed: nothing was ever hashed with it. */
    private static final Sha256 OTHER_WORDS = Canonical.tagged("cordon/words/other").sha256();

    public static Commitment to(List<String> words) {
        var salt = Salt.fresh();
        return new Commitment(salt.over(words), salt);
    }

    /** Once the words are gone. */
    public Commitment withoutSalt() {
        return new Commitment(digest, null);
    }

    public boolean isOfDestroyedWords() {
        return salt == null;
    }

    /**
     * What is hashed in the place of these words; something else if they are not the ones, or where
     * there should be none any more.
     */
    Sha256 standsFor(List<String> words) {
        boolean fits =
                salt == null
                        ? words.stream().allMatch(String::isEmpty)
                        : salt.over(words).equals(digest);
        return fits ? digest : OTHER_WORDS;
    }
}
